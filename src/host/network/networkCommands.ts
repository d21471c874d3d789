import * as vscode from 'vscode';
import type { TableFile } from '../editor/document.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { TABLE_EDITOR } from '../editor/viewTypes.js';
import { activeFile } from '../commands/activeFile.js';
import { pickTable } from '../commands/pickTable.js';
import { addMissing } from './addMissing.js';
import type { NetworkChoices } from './networkChoices.js';
import { pickNetwork } from './pickNetwork.js';
import { loadYardstick } from './yardsticks.js';

/** *Check Against Network…* and *Add Missing Entries…*. The second argument of the first is the network, for callers that know it. */
export function registerNetworkCommands(openFiles: OpenFiles, networks: NetworkChoices): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('calibrationTables.checkAgainstNetwork', (uri?: vscode.Uri, network?: unknown) =>
      told(() => checkAgainstNetwork(uri, network instanceof vscode.Uri ? network : undefined, openFiles, networks))),
    vscode.commands.registerCommand('calibrationTables.addMissingEntries', (uri?: vscode.Uri) => told(async () => {
      const target = uri ?? activeFile();
      const file = target && openFiles.fileOf(target);
      if (file) await addMissing(file);
    })),
  );
}

async function checkAgainstNetwork(uri: vscode.Uri | undefined, given: vscode.Uri | undefined, openFiles: OpenFiles, networks: NetworkChoices): Promise<void> {
  const table = uri ?? activeFile() ?? (await pickTable('Check: choose a table'));
  if (!table) return;
  const network = given ?? (await pickNetwork(table, networks, `Check "${vscode.workspace.asRelativePath(table)}" against…`, undefined, true));
  if (!network) return;
  const yardstick = await loadYardstick(network);
  const file = await openTable(table, openFiles);
  if (!file) return;
  await networks.remember(table, network);
  file.measureBy(yardstick);
  const { missing = [], unknown = [] } = file.coverage ?? {};
  vscode.window.setStatusBarMessage(`${yardstick.label}: ${missing.length} missing, ${unknown.length} unknown entries`, 8000);
}

/** The file in our editor; opened there when it is not. Undefined when it turned out to be something else. */
async function openTable(uri: vscode.Uri, openFiles: OpenFiles): Promise<TableFile | undefined> {
  if (!openFiles.fileOf(uri)) await vscode.commands.executeCommand('vscode.openWith', uri, TABLE_EDITOR);
  return openFiles.fileOf(uri);
}

/** Runs a command; what goes wrong is told to the user. */
async function told(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
