import * as vscode from 'vscode';

/** Replaces a file as its file system does it: a browser has no other way. Throws what the file system throws. */
export async function replaceFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, bytes);
}
