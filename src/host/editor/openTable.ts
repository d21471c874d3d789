import * as vscode from 'vscode';
import type { TableFile } from './document.js';
import type { OpenFiles } from './openFiles.js';
import { TABLE_EDITOR } from './viewTypes.js';

/** The file in our editor; opened there when it is not. Undefined when it turned out to be something else. */
export async function openTable(uri: vscode.Uri, openFiles: OpenFiles): Promise<TableFile | undefined> {
  if (!openFiles.fileOf(uri)) await vscode.commands.executeCommand('vscode.openWith', uri, TABLE_EDITOR);
  return openFiles.fileOf(uri);
}
