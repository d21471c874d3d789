import * as vscode from 'vscode';
import { joined, type Pieces } from '../../core/model/pieces.js';

/** Replaces a file as its file system does it: a browser has no other way. Throws what the file system throws. */
export async function replaceFile(uri: vscode.Uri, pieces: Pieces): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, joined(pieces));
}
