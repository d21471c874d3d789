import * as vscode from 'vscode';
import type { TableDocument } from '../../core/formats/format.js';
import { baseName } from '../ui/baseName.js';
import { gitRefOf } from './git/gitUri.js';
import { readTable } from '../editor/readTable.js';
import type { HostServices } from '../ui/services.js';

/** One side of a comparison: where it is, its name for people, and what it holds. */
export interface Side {
  readonly uri: vscode.Uri;
  readonly label: string;
  readonly document: TableDocument;
}

/** Reads one side. Throws Error with a sentence that names the file. */
export async function readSide(uri: vscode.Uri, services: HostServices): Promise<Side> {
  try {
    const { document } = await readTable(uri, services);
    return { uri, label: labelOf(uri), document };
  } catch (error) {
    if (isMissing(error))
      throw new Error(`"${labelOf(uri)}" is not there. It may have been moved or deleted.`, { cause: error });
    throw error;
  }
}

/** `models/a.cache`, and `models/a.cache (HEAD)` for a version that git has. */
export function labelOf(uri: vscode.Uri): string {
  const file = gitRefOf(uri) === null ? uri : vscode.Uri.file(uri.path);
  return withRef(vscode.workspace.asRelativePath(file), uri);
}

/** The label without folders. */
export function shortLabelOf(uri: vscode.Uri): string {
  return withRef(baseName(uri), uri);
}

/** A branch's name may hold slashes, too. */
function withRef(name: string, uri: vscode.Uri): string {
  const ref = gitRefOf(uri);
  return ref === null ? name : `${name} (${ref})`;
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
