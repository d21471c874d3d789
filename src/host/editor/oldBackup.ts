import * as vscode from 'vscode';
import { utf8Text } from '../../core/bytes/bytes.js';
import { unpackBackup } from './bytes/backup.js';

/**
 * Unsaved edits that version 0.1 left for the next start: it kept all tables as bytes. They become unsaved edits of VS Code's text,
 * which the table lies over now. A damaged backup is as none, and the file as it is saved stays.
 */
export async function takeOldBackup(uri: vscode.Uri, backupId: string): Promise<void> {
  const packed = await Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.parse(backupId))).catch(() => null);
  const bytes = packed && bytesIn(packed);
  if (!bytes) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, document.validateRange(all), utf8Text(bytes));
  await vscode.workspace.applyEdit(edit);
}

function bytesIn(packed: Uint8Array): Uint8Array | null {
  try {
    return unpackBackup(packed).bytes;
  } catch {
    return null;
  }
}
