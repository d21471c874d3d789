import * as vscode from 'vscode';
import { baseName } from '../ui/baseName.js';
import { gitRefOf } from '../git/gitUri.js';
import { diskVersionOf } from '../editor/diskVersions.js';
import { currentBytes } from '../editor/readTable.js';
import type { HostServices } from '../ui/services.js';
import type { ComparedFile, Pair } from '../../worker/jobs/compareJobs.js';
import { t } from '../../core/texts/translate.js';

/** One side of a comparison as it is now. Throws Error with a sentence that names the file. */
export async function readSide(uri: vscode.Uri, services: HostServices): Promise<ComparedFile> {
  try {
    return { uri: uri.toString(), path: uri.path, label: labelOf(uri), bytes: await currentBytes(uri, services) };
  } catch (error) {
    if (isMissing(error))
      throw new Error(t`"${labelOf(uri)}" is not there. It may have been moved or deleted.`, { cause: error });
    throw error;
  }
}

/** Both sides of a comparison. */
export async function readPair(before: vscode.Uri, after: vscode.Uri, services: HostServices): Promise<Pair> {
  return Promise.all([readSide(before, services), readSide(after, services)]);
}

/** `models/a.cache`, and `models/a.cache (HEAD)` for a version that git has. */
export function labelOf(uri: vscode.Uri): string {
  const file = versionOf(uri) === null ? uri : vscode.Uri.file(uri.path);
  return withRef(vscode.workspace.asRelativePath(file), uri);
}

/** The label without folders. */
export function shortLabelOf(uri: vscode.Uri): string {
  return withRef(baseName(uri), uri);
}

/** A branch's name may hold slashes, too. */
function withRef(name: string, uri: vscode.Uri): string {
  const version = versionOf(uri);
  return version === null ? name : `${name} (${version})`;
}

function versionOf(uri: vscode.Uri): string | null {
  return gitRefOf(uri) ?? diskVersionOf(uri);
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
