import * as vscode from 'vscode';
import { utf8Bytes } from '../../../core/bytes/bytes.js';

/** As much of a text as tells what it is; lines can be long. */
const HEAD_LINES = 500;
const HEAD_LENGTH = 65536;

/** The UTF-8 bytes of a text's beginning: enough for detection, cheap whatever the text's length. */
export function textHead(document: vscode.TextDocument): Uint8Array {
  return utf8Bytes(document.getText(new vscode.Range(0, 0, HEAD_LINES, 0)).slice(0, HEAD_LENGTH));
}
