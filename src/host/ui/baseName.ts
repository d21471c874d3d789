import type * as vscode from 'vscode';

/** The file's name without its folders. */
export function baseName({ path }: vscode.Uri): string {
  return path.split('/').pop() || path;
}
