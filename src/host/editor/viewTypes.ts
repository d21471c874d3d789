import * as vscode from 'vscode';

/** The two editors that users know, by names that surely are ours, and by choice for broader ones: they look at a file and hand it on. */
export const TABLE_EDITOR = 'calibrationTables.table';
export const TABLE_EDITOR_OPTION = 'calibrationTables.tableOption';
/**
 * The two that show a table: over VS Code's text, and over bytes that no text carries. They take no file by its name, and VS Code shows
 * the id of such an editor in place of a label.
 */
export const TEXT_TABLE = 'Calibration Table';
export const BYTES_TABLE = 'Calibration Table (not linked)';

const OURS: readonly string[] = [TABLE_EDITOR, TABLE_EDITOR_OPTION, TEXT_TABLE, BYTES_TABLE];

/** Whether a tab's view type is one of ours. */
export function isOurs(viewType: string): boolean {
  return OURS.includes(viewType);
}

/** The tab in which one of some editors shows a file, in a group or in any. */
export function tabOf(
  uri: vscode.Uri,
  viewTypes: readonly string[] = OURS,
  column?: vscode.ViewColumn | undefined,
): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .filter(({ viewColumn }) => column === undefined || viewColumn === column)
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) =>
        input instanceof vscode.TabInputCustom &&
        viewTypes.includes(input.viewType) &&
        input.uri.toString() === uri.toString(),
    );
}
