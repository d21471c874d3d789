import * as vscode from 'vscode';
import type { TableDocument } from '../../core/formats/format.js';
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
  const ref = gitRefOf(uri);
  return ref === null
    ? vscode.workspace.asRelativePath(uri)
    : `${vscode.workspace.asRelativePath(vscode.Uri.file(uri.path))} (${ref})`;
}

/** The label without folders. */
export function shortLabelOf(uri: vscode.Uri): string {
  return labelOf(uri).split('/').pop() ?? uri.path;
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
