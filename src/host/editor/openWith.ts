import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { activeFile } from '../ui/activeFile.js';
import { baseName } from '../ui/baseName.js';
import { registerCommand } from '../ui/commands.js';
import { askInDialog, notify, tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { editorFor } from './chooser.js';
import type { OpenFiles } from './openFiles.js';
import { cursorLine, selectedEntry, showEntryInText, showLineInTable } from './places.js';
import { reopenActive, replacesUnsaved, TEXT_EDITOR } from './reopen.js';
import { BYTES_TABLE } from './viewTypes.js';
import { t } from '../../core/texts/translate.js';

/** *Open as Table* and *Open as Text*: for a given file, or for the active tab, which then stays where it is. */
export function registerOpenCommands(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  const register = (command: string, open: (uri: vscode.Uri, isActive: boolean) => Promise<void>): vscode.Disposable =>
    registerCommand(services, command, async (uri: vscode.Uri | undefined = activeFile()) => {
      if (uri) await open(uri, uri.toString() === activeFile()?.toString());
      else void notify('info', safe`Open a calibration table first.`);
    });
  return vscode.Disposable.from(register('openAsTable', openAsTable), register('openAsText', openAsText));

  async function openAsText(uri: vscode.Uri, isActive: boolean): Promise<void> {
    const file = openFiles.fileOf(uri);
    const isLinked = isActive && activeViewType() !== BYTES_TABLE;
    const entry = file ? selectedEntry(file, openFiles) : null;
    const isOpen = await openIn(TEXT_EDITOR, uri, isActive, isLinked ? undefined : file);
    if (isOpen && file && entry !== null) await showEntryInText(file, entry);
  }

  async function openAsTable(uri: vscode.Uri, isActive: boolean): Promise<void> {
    const line = cursorLine(uri);
    const isTable = await openTableOf(uri, isActive);
    if (isTable && line) void showLineInTable(uri, line, openFiles);
  }
}

/** True: a table it is. */
async function openTableOf(uri: vscode.Uri, isActive: boolean): Promise<boolean> {
  const { editor, foreign } = await editorFor(uri);
  if (foreign && editor === TEXT_EDITOR)
    tellInStatusBar(safe`${baseName(uri)} is ${foreign.label}, not a calibration table: it stays a text`, 8000);
  const text = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const isOpen = await openIn(editor, uri, isActive, editor === BYTES_TABLE ? text : undefined);
  return isOpen && foreign === undefined;
}

/**
 * False: the user would rather stay.
 * @param left what the editor that is to be left makes of the file, where that is another content
 */
async function openIn(editor: string, uri: vscode.Uri, isActive: boolean, left: Changes | undefined): Promise<boolean> {
  if (!isActive) await vscode.commands.executeCommand('vscode.openWith', uri, editor);
  else if (await settle(uri, left)) await replaceActive(uri, editor);
  else return false;
  return true;
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
  const [save, revert] = [t`Save`, t`Don't Save`] as const;
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
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (tab?.isDirty && !replacesUnsaved()) {
    await vscode.commands.executeCommand('vscode.openWith', uri, editor);
    return tellInStatusBar(safe`${baseName(uri)} has unsaved changes: table and text both stay open`, 8000);
  }
  if (await reopenActive(editor, uri)) return;
  await vscode.commands.executeCommand('vscode.openWith', uri, editor);
  if (tab && vscode.window.tabGroups.activeTabGroup.activeTab !== tab) await vscode.window.tabGroups.close(tab);
}

function activeViewType(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.viewType : undefined;
}
