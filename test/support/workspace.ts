import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { samples } from './paths.js';
import { temporaryFolder } from './temporary.js';

/** Files of a workspace by their relative path. */
export type WorkspaceFiles = Readonly<Record<string, string | Uint8Array>>;

/** A fresh copy of the samples, with further files; tests may do to it what they like. */
export function temporaryWorkspace(files: WorkspaceFiles = {}): string {
  const folder = join(temporaryFolder('workspace'), 'samples');
  mkdirSync(folder);
  fillWorkspace(folder, files);
  return folder;
}

/** Puts the samples and further files into a folder. */
export function fillWorkspace(folder: string, files: WorkspaceFiles = {}): void {
  if (existsSync(samples)) cpSync(samples, folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
