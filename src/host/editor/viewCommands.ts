import * as vscode from 'vscode';
import type { ViewCommand } from '../../protocol/table.js';
import { baseName } from '../ui/baseName.js';
import { associate } from './associate.js';
import { compareWithDisk, keepMine, takeTheirs } from './diskCommands.js';
import type { OpenFiles } from './openFiles.js';
import { TEXT_EDITOR } from './reopen.js';
import { takeSiblingRanges } from './sibling.js';
import type { TableView } from './view.js';

/** What each button of a view does, for the file of that view. */
const ACTIONS: Readonly<Record<ViewCommand, (view: TableView, openFiles: OpenFiles) => Thenable<unknown>>> = {
  openAsText: ({ file }) => vscode.commands.executeCommand('calibrationTables.openAsText', file.uri),
  openWith: () => vscode.commands.executeCommand('workbench.action.reopenWithEditor'),
  openAsTextAlways: ({ file }) => neverOpenHere(file.uri),
  compareWith: ({ file }) => vscode.commands.executeCommand('calibrationTables.compareWith', file.uri),
  convert: ({ file }) => vscode.commands.executeCommand('calibrationTables.convert', file.uri),
  checkNetwork: ({ file }) => vscode.commands.executeCommand('calibrationTables.checkAgainstNetwork', file.uri),
  addMissing: ({ file }) => vscode.commands.executeCommand('calibrationTables.addMissingEntries', file.uri),
  takeSiblingRanges: ({ file }) => takeSiblingRanges(file),
  writeIntoModel: ({ file }) => vscode.commands.executeCommand('calibrationTables.writeIntoModel', file.uri),
  compareWithDisk: ({ file }) => compareWithDisk(file),
  keepMine: ({ file }) => keepMine(file),
  takeTheirs: ({ file }, openFiles) => takeTheirs(file, openFiles),
  saveAgain: ({ file }) => file.saveAgain(),
  showValuesFrom: ({ file }) => vscode.commands.executeCommand('calibrationTables.showValuesFrom', file.uri),
  showRun: ({ file }) => vscode.commands.executeCommand('calibrationTables.analyze', file.uri, 'show'),
  runAgain: ({ file }) => vscode.commands.executeCommand('calibrationTables.analyze', file.uri, 'again'),
  forgetRun: ({ file }) => vscode.commands.executeCommand('calibrationTables.analyze', file.uri, 'forget'),
  readAnyway: ({ file }) => file.reload(Infinity),
};

/** Runs a button's command. */
export async function runViewCommand(command: ViewCommand, view: TableView, openFiles: OpenFiles): Promise<void> {
  await ACTIONS[command](view, openFiles);
}

/** From now on files of this name go to VS Code's own editors. */
async function neverOpenHere(uri: vscode.Uri): Promise<void> {
  await associate(baseName(uri), TEXT_EDITOR);
  await vscode.commands.executeCommand('calibrationTables.openAsText', uri);
}
