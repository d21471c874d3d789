import * as vscode from 'vscode';
import type { ViewCommand } from '../../protocol/table.js';
import { reporting } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import type { Attendance } from './attendance.js';
import { DiskWatch } from './diskWatch.js';
import { noticesFor } from './notices.js';
import type { OpenFiles } from './openFiles.js';
import type { TableFile } from './tableFile.js';
import { TableView } from './view.js';
import { runViewCommand } from './viewCommands.js';

/** Shows files in panels, whichever of our editors they belong to. */
export class TablePanels {
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;
  readonly #attendance: Attendance;
  readonly #watched = new WeakSet<TableFile>();

  constructor(services: HostServices, openFiles: OpenFiles, attendance: Attendance) {
    this.#services = services;
    this.#openFiles = openFiles;
    this.#attendance = attendance;
  }

  /** Shows a file in a panel until that is closed; only to look at, where that is asked for. */
  show(file: TableFile, panel: vscode.WebviewPanel, { isReadOnly = false } = {}): void {
    this.#attendance.attend(file);
    this.#watch(file);
    const run = (command: ViewCommand, from: TableView): Promise<void> =>
      reporting(this.#services, () => runViewCommand(command, from, this.#openFiles));
    const view = new TableView(file, panel, this.#services, run, isReadOnly);
    this.#openFiles.addView(view);
    const refreshNotices = (): void => view.setNotices(noticesFor(file));
    const ofText = (document: vscode.TextDocument): void => {
      if (document.uri.toString() === file.uri.toString()) refreshNotices();
    };
    const refreshLabels = (): void => view.setLabels(this.#openFiles.labels.of(file.uri));
    const subscriptions = [
      view,
      this.#openFiles.labels.onDidChange((uri) => {
        if (uri.toString() === file.uri.toString()) refreshLabels();
      }),
      file.onDidChange(refreshNotices),
      vscode.workspace.onDidChangeTextDocument(({ document }) => ofText(document)),
      vscode.workspace.onDidSaveTextDocument(ofText),
      vscode.workspace.onDidCloseTextDocument(ofText),
    ];
    refreshNotices();
    refreshLabels();
    panel.onDidDispose(() => {
      vscode.Disposable.from(...subscriptions).dispose();
      this.#openFiles.removeView(view);
    });
  }

  /** The disk is watched from a file's first view to its end. */
  #watch(file: TableFile): void {
    if (this.#watched.has(file)) return;
    this.#watched.add(file);
    const watch = new DiskWatch(file, this.#services.log);
    file.onDispose(() => watch.dispose());
  }
}
