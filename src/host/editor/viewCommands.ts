import * as vscode from 'vscode';
import type { ViewCommand } from '../../protocol/table.js';
import { baseName } from '../ui/baseName.js';
import { associate } from './associate.js';
import { TEXT_EDITOR } from './reopen.js';
import { takeSiblingRanges } from './sibling.js';
import type { TableView } from './view.js';

/** What each button of a view does, for the file of that view. */
const ACTIONS: Readonly<Record<ViewCommand, (view: TableView) => Thenable<unknown>>> = {
  openAsText: ({ file }) => vscode.commands.executeCommand('calibrationTables.openAsText', file.uri),
  openWith: () => vscode.commands.executeCommand('workbench.action.reopenWithEditor'),
  openAsTextAlways: ({ file }) => neverOpenHere(file.uri),
  compareWith: ({ file }) => vscode.commands.executeCommand('calibrationTables.compareWith', file.uri),
  convert: ({ file }) => vscode.commands.executeCommand('calibrationTables.convert', file.uri),
  checkNetwork: ({ file }) => vscode.commands.executeCommand('calibrationTables.checkAgainstNetwork', file.uri),
  addMissing: ({ file }) => vscode.commands.executeCommand('calibrationTables.addMissingEntries', file.uri),
  takeSiblingRanges: ({ file }) => takeSiblingRanges(file),
  writeIntoModel: ({ file }) => vscode.commands.executeCommand('calibrationTables.writeIntoModel', file.uri),
  readAnyway: ({ file }) => file.reload(Infinity),
};

/** Runs a button's command. */
export async function runViewCommand(command: ViewCommand, view: TableView): Promise<void> {
  await ACTIONS[command](view);
}

/** From now on files of this name go to VS Code's own editors. */
async function neverOpenHere(uri: vscode.Uri): Promise<void> {
  await associate(baseName(uri), TEXT_EDITOR);
  await vscode.commands.executeCommand('calibrationTables.openAsText', uri);
}
