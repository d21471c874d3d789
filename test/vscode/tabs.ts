import * as vscode from 'vscode';

const EDITORS: Readonly<Record<string, string>> = {
  'calibrationTables.table': 'chooser',
  'calibrationTables.tableOption': 'chooser',
  'Calibration Table': 'table',
  'Calibration Table (not linked)': 'bytes',
};

/** Every tab as `name: editor`, in the order of the groups. */
export function openTabs(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ label, input }) => `${label}: ${editorOf(input)}`);
}

/** The tab of a file, or undefined. */
export function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) =>
        (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) &&
        input.uri.toString() === uri.toString(),
    );
}

export async function closeAllTabs(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function editorOf(input: unknown): string {
  if (input instanceof vscode.TabInputCustom) return EDITORS[input.viewType] ?? 'other';
  return input instanceof vscode.TabInputText ? 'text' : 'other';
}
