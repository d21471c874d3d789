import * as vscode from 'vscode';

/** Whether the file system of a file says that it can't be written. False for a file that is not there. */
export async function isWriteProtected(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ permissions = 0 }) => (permissions & vscode.FilePermission.Readonly) !== 0,
    () => false,
  );
}
