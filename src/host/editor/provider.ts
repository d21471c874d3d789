import * as vscode from 'vscode';
import type { ViewCommand } from '../../protocol/table.js';
import { attachYardstick } from './yardstick/attachYardstick.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import { reporting } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import { DiskWatch } from './diskWatch.js';
import { TableFile } from './document.js';
import { handToTextEditor, isInDiff } from './handOver.js';
import type { OpenFiles } from './openFiles.js';
import { readerOf } from './readContent.js';
import { followSibling } from './sibling.js';
import { noticesFor } from './notices.js';
import type { RenamedEdits } from './renamedEdits.js';
import { confirmOverwrite, confirmReplacing } from './saveConflict.js';
import { TableView } from './view.js';
import { runViewCommand } from './viewCommands.js';

/** Opens tables over bytes, so that binary look-alikes and broken text open too. */
export class TableEditorProvider implements vscode.CustomEditorProvider<TableFile> {
  readonly #edits = new vscode.EventEmitter<vscode.CustomDocumentEditEvent<TableFile>>();
  readonly onDidChangeCustomDocument = this.#edits.event;
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;
  readonly #networks: NetworkChoices;
  readonly #renamed: RenamedEdits;

  constructor(services: HostServices, openFiles: OpenFiles, networks: NetworkChoices, renamed: RenamedEdits) {
    this.#services = services;
    this.#openFiles = openFiles;
    this.#networks = networks;
    this.#renamed = renamed;
  }

  async openCustomDocument(uri: vscode.Uri, context: vscode.CustomDocumentOpenContext): Promise<TableFile> {
    const backup = context.backupId === undefined ? undefined : vscode.Uri.parse(context.backupId);
    const file = await TableFile.open(uri, backup, context.untitledDocumentData, readerOf(this.#services));
    const subscriptions = [
      file.onDidEdit((edit) => this.#edits.fire({ document: file, ...edit })),
      new DiskWatch(file, this.#openFiles, this.#services.log),
      followSibling(file, this.#services),
    ];
    this.#openFiles.add(file, subscriptions);
    void attachYardstick(file, this.#networks, this.#services);
    return file;
  }

  async resolveCustomEditor(file: TableFile, panel: vscode.WebviewPanel): Promise<void> {
    const { content } = file;
    if (content.kind === 'foreign' && content.foreign.text && !isInDiff(file, panel))
      return handToTextEditor(file, panel);
    const run = (command: ViewCommand, from: TableView): Promise<void> =>
      reporting(this.#services, () => runViewCommand(command, from));
    const view = new TableView(file, panel, this.#services, run);
    this.#openFiles.addView(view);
    this.#renamed.restore(file);
    const refreshNotices = (): void => view.setNotices(noticesFor(file));
    const texts = [
      file.onDidChange(refreshNotices),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isSame(document.uri, file.uri)) refreshNotices();
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isSame(document.uri, file.uri)) refreshNotices();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isSame(document.uri, file.uri)) refreshNotices();
      }),
    ];
    refreshNotices();
    panel.onDidDispose(() => {
      vscode.Disposable.from(view, ...texts).dispose();
      this.#openFiles.removeView(view);
    });
  }

  async saveCustomDocument(file: TableFile): Promise<void> {
    if (await confirmOverwrite(file)) await file.save();
    else throw new vscode.CancellationError();
  }

  async saveCustomDocumentAs(file: TableFile, destination: vscode.Uri): Promise<void> {
    if (isSame(destination, file.uri)) return this.saveCustomDocument(file);
    if (!(await confirmReplacing(destination, this.#openFiles))) throw new vscode.CancellationError();
    await file.saveAs(destination);
    await this.#openFiles.takeFromDisk(destination);
  }

  async revertCustomDocument(file: TableFile): Promise<void> {
    await file.reload();
  }

  async backupCustomDocument(
    file: TableFile,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await file.backup(destination);
    const remove = async (): Promise<void> => {
      // VS Code may have removed it already.
      await Promise.resolve(vscode.workspace.fs.delete(destination)).catch(() => undefined);
    };
    return { id: destination.toString(), delete: () => void remove() };
  }
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
