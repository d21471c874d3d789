import * as vscode from 'vscode';
import { isInOneTab, keepActive, reopenActive } from './reopen.js';
import { tabOf } from './viewTypes.js';

/** A panel and the editors of ours whose tab it may be in. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly viewTypes: readonly string[];
}

/** Whether a panel is one side of a diff: such a panel has no tab of its own, and opening another editor would tear the diff apart. */
export function isInDiff({ uri, panel, viewTypes }: Place): boolean {
  if (tabOf(uri, viewTypes, panel.viewColumn)) return false;
  // A panel in a group that is only just made may tell no column, or another. Of a diff of two such editors VS Code says nothing.
  const inputs = vscode.window.tabGroups.all.map(({ activeTab }) => activeTab && { input: activeTab.input });
  return inputs.some((tab) => tab && tab.input === undefined) || tabOf(uri, viewTypes) === undefined;
}

/**
 * Gives a file to another editor, in the place of our tab.
 * @param isOvertaken true where another file was clicked meanwhile: that one stays in front
 */
export async function handOver(place: Place, editor: string, isOvertaken = false): Promise<void> {
  const { uri, panel, viewTypes } = place;
  const { viewColumn } = panel;
  const tab = tabOf(uri, viewTypes, viewColumn);
  const isPreview = tab?.isPreview ?? false;
  // Of several tabs of the file VS Code takes the one that is active by then, which may be one in another group.
  const isReplaced = tab?.isActive && tab.group.isActive && !isPreview && isInOneTab(uri);
  if (isReplaced && (await reopenActive(editor, uri))) return keepActive(uri);
  // A preview gives way by itself; taking the focus would take it from the explorer, where the user may still be choosing.
  const options = {
    viewColumn: viewColumn ?? vscode.ViewColumn.Active,
    preserveFocus: isPreview || !panel.active,
    preview: isPreview,
    background: isOvertaken && tab?.isActive === false,
  };
  await vscode.commands.executeCommand('vscode.openWith', uri, editor, options);
  // The second click of a double click may have come meanwhile.
  const isKept = isPreview && tabOf(uri, viewTypes, viewColumn)?.isPreview === false;
  panel.dispose();
  if (isKept) await keepActive(uri);
}
