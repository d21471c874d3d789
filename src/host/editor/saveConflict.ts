import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { askInDialog } from '../ui/notify.js';
import type { TableFile } from './document.js';

/** Asks before a save would wipe out what somebody else wrote meanwhile. True: go on. */
export async function confirmOverwrite(file: TableFile): Promise<boolean> {
  if ((await file.compareWithDisk()) !== 'changed') return true;
  const name = vscode.workspace.asRelativePath(file.uri);
  const overwrite = 'Overwrite';
  const answer = await askInDialog('warning', {
    message: safe`"${name}" has changed on disk since it was opened.`,
    detail: safe`Saving now replaces those changes with yours. Revert the file to see them.`,
    buttons: [overwrite],
  });
  return answer === overwrite;
}
