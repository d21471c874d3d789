import * as vscode from 'vscode';

/** The file in the active tab, in whatever editor it is shown; undefined when the tab shows none. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}
