import { createRequire } from 'node:module';
import * as vscode from 'vscode';

/** Loads a bundle of `dist` that is not read before it is needed. @returns what it exports */
export function loadBundle(extensionUri: vscode.Uri, name: string): Promise<unknown> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath;
  return Promise.resolve(createRequire(file)(file) as unknown);
}
