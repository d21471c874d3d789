import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Installs an extension into an empty extensions folder without copying it, so that a rebuild and a reload of the window are enough.
 * The server's own way for extensions under development would do the same, but hides all notifications.
 */
export function linkExtension(extension: string, extensionsFolder: string): void {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Manifest;
  mkdirSync(extensionsFolder, { recursive: true });
  // A junction needs no rights on Windows; elsewhere the type is ignored.
  symlinkSync(extension, join(extensionsFolder, `${publisher}.${name}-${version}`), 'junction');
}
