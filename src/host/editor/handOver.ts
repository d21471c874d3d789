import * as vscode from 'vscode';
import type { TableFile } from './document.js';

/** Gives a file that is someone else's text to the text editor, in the place of our tab. */
export async function handToTextEditor({ uri }: TableFile, panel: vscode.WebviewPanel): Promise<void> {
  const tab = tabOf(uri);
  const options = { viewColumn: panel.viewColumn ?? vscode.ViewColumn.Active, preserveFocus: !panel.active, preview: tab?.isPreview ?? false };
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default', options);
  const ours = tabOf(uri);
  if (ours) await vscode.window.tabGroups.close(ours, true);
}

/** The tab in which one of our editors shows the file. */
function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) =>
    input instanceof vscode.TabInputCustom && input.viewType.startsWith('calibrationTables.') && input.uri.toString() === uri.toString());
}
