import * as vscode from 'vscode';
import { TEXT_EDITOR } from './reopen.js';
import type { TableFile } from './tableFile.js';
import { editorFor } from './chooser.js';
import type { OpenFiles } from './openFiles.js';

/** The file in our editor; opened there when it is not. Undefined when it turned out to be something else. */
export async function openTable(uri: vscode.Uri, openFiles: OpenFiles): Promise<TableFile | undefined> {
  const open = openFiles.fileOf(uri);
  if (open && openFiles.viewsOf(open).length > 0) return open;
  const { editor } = await editorFor(uri);
  await vscode.commands.executeCommand('vscode.openWith', uri, editor);
  return editor === TEXT_EDITOR ? undefined : openFiles.fileOf(uri);
}
