import * as vscode from 'vscode';
import { readYardstick, type Yardstick } from '../../../core/check/yardstick.js';
import { baseName } from '../../ui/baseName.js';

/** Reads what a table can be checked against. Throws NetworkError, or what the file system throws. */
export async function loadYardstick(uri: vscode.Uri): Promise<Yardstick> {
  return readYardstick(await vscode.workspace.fs.readFile(uri), baseName(uri));
}
