import * as vscode from 'vscode';
import type { ViewCommand } from '../../protocol/table.js';
import { safe } from '../../core/render/safe.js';
import { baseName } from '../ui/baseName.js';
import { tellInStatusBar } from '../ui/notify.js';
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
  takeSiblingRanges: async ({ file }) => takeSiblingRanges(file),
  readAnyway: ({ file }) => file.reload(Infinity),
};

/** Runs a button's command. */
export async function runViewCommand(command: ViewCommand, view: TableView): Promise<void> {
  await ACTIONS[command](view);
}

/** From now on files of this name go to VS Code's own editors, in this workspace or for the user. */
async function neverOpenHere(uri: vscode.Uri): Promise<void> {
  const name = baseName(uri);
  const configuration = vscode.workspace.getConfiguration('workbench');
  const associations = configuration.inspect<Record<string, string>>('editorAssociations');
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const current = (inWorkspace ? associations?.workspaceValue : associations?.globalValue) ?? {};
  await configuration.update(
    'editorAssociations',
    { ...current, [name]: 'default' },
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
  await vscode.commands.executeCommand('calibrationTables.openAsText', uri);
  tellInStatusBar(safe`Set "workbench.editorAssociations" for ${name}`, 8000);
}
