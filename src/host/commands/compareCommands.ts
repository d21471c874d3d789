import * as vscode from 'vscode';
import { DiffPanel } from '../diff/DiffPanel.js';
import type { OpenFiles } from '../editor/openFiles.js';
import type { HostServices } from '../services.js';
import { activeFile } from './activeFile.js';
import { pickTable } from './pickTable.js';

/** *Compare With…* (asks for the second file) and *Compare Selected* (two files of the explorer, the first is the old one). */
export function registerCompareCommands(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  const open = (before: vscode.Uri, after: vscode.Uri): void => void new DiffPanel(before, after, services, openFiles);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('calibrationTables.compareWith', async (uri?: vscode.Uri, other?: vscode.Uri) => {
      const before = uri ?? activeFile() ?? (await pickTable('Compare: choose the old table'));
      const after = before && (other ?? (await pickTable(`Compare "${vscode.workspace.asRelativePath(before)}" with…`, before)));
      if (before && after) open(before, after);
    }),
    vscode.commands.registerCommand('calibrationTables.compareSelected', (_clicked?: vscode.Uri, selected: readonly vscode.Uri[] = []) => {
      const [before, after] = selected;
      if (selected.length === 2 && before && after) open(before, after);
      else void vscode.window.showInformationMessage('Select two calibration tables in the explorer, then compare them.');
    }),
  );
}
