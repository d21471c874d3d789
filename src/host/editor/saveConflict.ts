import * as vscode from 'vscode';
import type { TableFile } from './document.js';

/** Asks before a save would wipe out what somebody else wrote meanwhile. True: go on. */
export async function confirmOverwrite(file: TableFile): Promise<boolean> {
  if ((await file.compareWithDisk()) !== 'changed') return true;
  const name = vscode.workspace.asRelativePath(file.uri);
  const overwrite = 'Overwrite';
  const answer = await vscode.window.showWarningMessage(
    `"${name}" has changed on disk since it was opened.`,
    { modal: true, detail: 'Saving now replaces those changes with yours. Revert the file to see them.' },
    overwrite,
  );
  return answer === overwrite;
}
