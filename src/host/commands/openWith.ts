import * as vscode from 'vscode';
import { reopenActive, TEXT_EDITOR } from '../editor/reopen.js';
import type { HostServices } from '../services.js';
import { activeFile } from './activeFile.js';
import { tableEditorFor } from './tableEditorFor.js';

/** *Open as Table* and *Open as Text*: for a given file, or for the active tab, which then stays where it is. */
export function registerOpenCommands(services: HostServices): vscode.Disposable {
  const register = (command: string, editorFor: (uri: vscode.Uri) => string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri: vscode.Uri | undefined = activeFile()) => {
      if (uri) await openWith(uri, editorFor(uri));
      else void vscode.window.showInformationMessage('Open a calibration table first.');
    });
  return vscode.Disposable.from(
    register('calibrationTables.openAsTable', (uri) => tableEditorFor(uri, services)),
    register('calibrationTables.openAsText', () => TEXT_EDITOR),
  );
}

async function openWith(uri: vscode.Uri, editor: string): Promise<void> {
  const isActive = uri.toString() === activeFile()?.toString();
  if (!isActive) await vscode.commands.executeCommand('vscode.openWith', uri, editor);
  else if (editor === TEXT_EDITOR || (await settleText(uri))) await replaceActive(uri, editor);
}

/** Unsaved text would live on unseen behind the table: VS Code asks about our editor's edits here, not about a text's. */
async function settleText(uri: vscode.Uri): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find((open) => open.isDirty && open.uri.toString() === uri.toString());
  if (!document) return true;
  const [save, revert] = ['Save', "Don't Save"];
  const name = uri.path.split('/').pop() ?? '';
  const detail = 'The table shows the file as it is saved.';
  const answer = await vscode.window.showWarningMessage(`Do you want to save the changes you made to ${name}?`, { modal: true, detail }, save, revert);
  if (answer === revert) await vscode.commands.executeCommand('workbench.action.files.revert');
  return answer === save ? document.save() : answer === revert;
}

async function replaceActive(uri: vscode.Uri, editor: string): Promise<void> {
  if (await reopenActive(editor)) return;
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  await vscode.commands.executeCommand('vscode.openWith', uri, editor);
  if (tab && vscode.window.tabGroups.activeTabGroup.activeTab !== tab) await vscode.window.tabGroups.close(tab);
}
