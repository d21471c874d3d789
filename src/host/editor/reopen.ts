import * as vscode from 'vscode';

/** VS Code's id of its own text editor. */
export const TEXT_EDITOR = 'default';
/** Not there in every version since 1.90. */
const REOPEN = 'reopenActiveEditorWith';

/** Puts another editor of the same file in the place of the active tab. False: this VS Code has no way to. */
export async function reopenActive(editor: string): Promise<boolean> {
  const commands = await vscode.commands.getCommands();
  if (!commands.includes(REOPEN)) return false;
  await vscode.commands.executeCommand(REOPEN, editor);
  return true;
}
