import * as vscode from 'vscode';
import { reopenActive, TEXT_EDITOR } from './reopen.js';
import type { OpenFiles } from './openFiles.js';
import { safe } from '../../core/render/safe.js';
import { baseName } from '../ui/baseName.js';
import { registerCommand } from '../ui/commands.js';
import { askInDialog, notify } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { activeFile } from '../ui/activeFile.js';
import { tableEditorFor } from './tableEditorFor.js';

/** *Open as Table* and *Open as Text*: for a given file, or for the active tab, which then stays where it is. */
export function registerOpenCommands(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  const register = (
    command: string,
    editorFor: (uri: vscode.Uri) => string,
    dirtyIn: (uri: vscode.Uri) => Changes | undefined,
  ): vscode.Disposable =>
    registerCommand(services, command, async (uri: vscode.Uri | undefined = activeFile()) => {
      if (!uri) void notify('info', safe`Open a calibration table first.`);
      else if (uri.toString() !== activeFile()?.toString())
        await vscode.commands.executeCommand('vscode.openWith', uri, editorFor(uri));
      else if (await settle(uri, dirtyIn(uri))) await replaceActive(uri, editorFor(uri));
    });
  return vscode.Disposable.from(
    register(
      'openAsTable',
      (uri) => tableEditorFor(uri, services),
      (uri) => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString()),
    ),
    register(
      'openAsText',
      () => TEXT_EDITOR,
      (uri) => openFiles.fileOf(uri),
    ),
  );
}

/** What a file looks like in the editor that is to be left. */
interface Changes {
  readonly isDirty: boolean;
}

/**
 * Unsaved changes would live on unseen behind the other editor. VS Code asks about those of a table itself, but opens the text
 * whatever the answer. True: go on.
 */
async function settle(uri: vscode.Uri, changes: Changes | undefined): Promise<boolean> {
  if (!changes?.isDirty) return true;
  const [save, revert] = ['Save', "Don't Save"] as const;
  const answer = await askInDialog('warning', {
    message: safe`Do you want to save the changes you made to ${baseName(uri)}?`,
    detail: safe`The other editor shows the file as it is saved.`,
    buttons: [save, revert],
  });
  if (answer === save) await vscode.workspace.save(uri);
  if (answer === revert) await vscode.commands.executeCommand('workbench.action.files.revert');
  return answer !== undefined && !changes.isDirty;
}

async function replaceActive(uri: vscode.Uri, editor: string): Promise<void> {
  if (await reopenActive(editor)) return;
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  await vscode.commands.executeCommand('vscode.openWith', uri, editor);
  if (tab && vscode.window.tabGroups.activeTabGroup.activeTab !== tab) await vscode.window.tabGroups.close(tab);
}
