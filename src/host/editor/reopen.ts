import * as vscode from 'vscode';

/** VS Code's id of its own text editor. */
export const TEXT_EDITOR = 'default';
/** Not there in every version since 1.90. */
const REOPEN = 'reopenActiveEditorWith';

/** Puts another editor of the same file in the place of the active tab. False: this VS Code has no way to. */
export async function reopenActive(editor: string, uri: vscode.Uri): Promise<boolean> {
  const commands = await vscode.commands.getCommands();
  if (!commands.includes(REOPEN)) return false;
  await vscode.commands.executeCommand(REOPEN, editor, ...tabArguments(uri));
  return true;
}

/** What was opened for good, in the active tab, stays so. */
export async function keepActive(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.keepEditor', ...tabArguments(uri));
}

/** The active tab by its file, where that names one tab alone: another one may become active meanwhile. */
function tabArguments(uri: vscode.Uri): vscode.Uri[] {
  return isInOneTab(uri) ? [uri] : [];
}

/** Whether a file names one tab alone. */
export function isInOneTab(uri: vscode.Uri): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const ofFile = inputs.filter((input) => (input as { uri?: unknown } | undefined)?.uri?.toString() === uri.toString());
  return ofFile.length === 1;
}

/**
 * Since this version VS Code puts one editor of unsaved text in the place of another one without a question (microsoft/vscode#314327). Seen
 * in its code: not in 1.117, but in 1.133.
 */
const REPLACES_UNSAVED = '1.133';

/** Whether another editor of the same text can take the place of one with unsaved changes. Before, VS Code asks whether to save them. */
export function replacesUnsaved(): boolean {
  return vscode.version.localeCompare(REPLACES_UNSAVED, 'en', { numeric: true }) >= 0;
}
