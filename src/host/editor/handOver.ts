import * as vscode from 'vscode';
import type { TableFile } from './document.js';
import { reopenActive, TEXT_EDITOR } from './reopen.js';
import { isOurs } from './viewTypes.js';

/** Whether a panel is one side of a diff: such a panel has no tab of its own, and opening another editor would tear the diff apart. */
export function isInDiff({ uri }: TableFile, panel: vscode.WebviewPanel): boolean {
  return tabOf(uri, panel.viewColumn) === undefined;
}

/** Gives a file that is someone else's text to the text editor, in the place of our tab. */
export async function handToTextEditor({ uri }: TableFile, panel: vscode.WebviewPanel): Promise<void> {
  const tab = tabOf(uri, panel.viewColumn);
  const isPreview = tab?.isPreview ?? false;
  if (!isPreview && tab?.isActive && tab.group.isActive && (await reopenActive(TEXT_EDITOR))) return keep();
  // A preview gives way by itself; taking the focus would take it from the explorer, where the user may still be choosing.
  const options = {
    viewColumn: panel.viewColumn ?? vscode.ViewColumn.Active,
    preserveFocus: isPreview || !panel.active,
    preview: isPreview,
  };
  await vscode.commands.executeCommand('vscode.openWith', uri, TEXT_EDITOR, options);
  // The second click of a double click may have come meanwhile.
  const isKept = isPreview && tabOf(uri, panel.viewColumn)?.isPreview === false;
  panel.dispose();
  if (isKept) await keep();
}

/** What was opened for good stays so. */
async function keep(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.keepEditor');
}

/** The tab in which one of our editors shows the file. */
function tabOf(uri: vscode.Uri, column: vscode.ViewColumn | undefined): vscode.Tab | undefined {
  const groups = vscode.window.tabGroups.all.filter(({ viewColumn }) => column === undefined || viewColumn === column);
  return groups
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) =>
        input instanceof vscode.TabInputCustom && isOurs(input.viewType) && input.uri.toString() === uri.toString(),
    );
}
