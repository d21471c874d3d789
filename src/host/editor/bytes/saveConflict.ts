import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import { askInDialog } from '../../ui/notify.js';
import type { BytesFile } from './bytesFile.js';
import type { OpenFiles } from '../openFiles.js';
import { baseName } from '../../ui/baseName.js';
import { t } from '../../../core/texts/translate.js';

/** Asks before a save would wipe out what somebody else wrote meanwhile. True: go on. */
export async function confirmOverwrite(file: BytesFile): Promise<boolean> {
  const standing = await file.disk.compare();
  if (standing === 'same') return true;
  if (standing === 'gone') return confirmSavingAgain(file);
  const name = vscode.workspace.asRelativePath(file.uri);
  const overwrite = t`Overwrite`;
  const answer = await askInDialog('warning', {
    message: safe`"${name}" has changed on disk since it was opened.`,
    detail: safe`Saving now replaces those changes with yours. Revert the file to see them.`,
    buttons: [overwrite],
  });
  return answer === overwrite;
}

/** Where something else has taken its name, the save itself says so. */
async function confirmSavingAgain({ uri }: BytesFile): Promise<boolean> {
  const isTaken = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isTaken) return true;
  const again = t`Save It Again`;
  const answer = await askInDialog('warning', {
    message: safe`"${vscode.workspace.asRelativePath(uri)}" is no longer there: it was deleted, moved or renamed.`,
    detail: safe`Saving writes it anew.`,
    buttons: [again],
  });
  return answer === again;
}

/** Asks before a file is written over another one that is open here with unsaved edits. True: go on. */
export async function confirmReplacing(destination: vscode.Uri, openFiles: OpenFiles): Promise<boolean> {
  const isDirty =
    openFiles.fileOf(destination)?.isDirty ??
    vscode.workspace.textDocuments.some(
      (document) => document.isDirty && document.uri.toString() === destination.toString(),
    );
  if (!isDirty) return true;
  const replace = t`Replace`;
  const answer = await askInDialog('warning', {
    message: safe`"${baseName(destination)}" is open and has unsaved edits.`,
    detail: safe`Saving over it replaces the file and discards those edits.`,
    buttons: [replace],
  });
  return answer === replace;
}
