import { chmodSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** An executable that takes the arguments of the desktop's `code` and runs the VS Code that npm carries. */
export function carriedExecutable(folder: string): string {
  const windows = process.platform === 'win32';
  const path = join(folder, windows ? 'carried-code.cmd' : 'carried-code');
  writeFileSync(path, windows ? `@${command()} %*\r\n` : `#!/bin/sh\nexec ${command()} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

function command(): string {
  const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
  return `"${process.execPath}" --import "${tsx}" "${join(__dirname, 'carriedCode.ts')}"`;
}
