import * as vscode from 'vscode';
import type { Splice } from '../../../core/bytes/splice.js';
import { spliceChange } from '../../../core/bytes/textChange.js';

/** The edit of a text that a splice of its bytes means; null where the text says so already. */
export function spliceEdit(
  document: vscode.TextDocument,
  bytes: Uint8Array,
  splice: Splice,
): vscode.WorkspaceEdit | null {
  const { start, end, text } = spliceChange(bytes, splice);
  if (start === end && text === '') return null;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return edit;
}
