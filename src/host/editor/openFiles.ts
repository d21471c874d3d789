import * as vscode from 'vscode';
import { Labels } from './labels.js';
import type { TableFile } from './tableFile.js';
import type { TableView } from './view.js';

/** Which tables are open, in our editors or as texts, and in which panels. Commands ask here; no panel is stored anywhere else. */
export class OpenFiles {
  /** What is known of entries from elsewhere. */
  readonly labels = new Labels();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** A file got new content: an edit, an undo, a reload. */
  readonly onDidChange = this.#changed.event;
  readonly #opened = new vscode.EventEmitter<TableFile>();
  readonly onDidOpen = this.#opened.event;
  readonly #shown = new vscode.EventEmitter<TableFile>();
  /** A file got a view, or lost one. */
  readonly onDidChangeViews = this.#shown.event;
  readonly #files = new Set<TableFile>();
  readonly #views = new Set<TableView>();

  /** Takes a file until VS Code disposes it, together with what has to end with it. */
  add(file: TableFile, subscriptions: readonly vscode.Disposable[]): void {
    this.#files.add(file);
    const change = file.onDidChange(() => this.#changed.fire(file.uri));
    file.onDispose(() => {
      vscode.Disposable.from(change, ...subscriptions).dispose();
      this.#files.delete(file);
    });
    this.#opened.fire(file);
  }

  get all(): readonly TableFile[] {
    return [...this.#files];
  }

  addView(view: TableView): void {
    this.#views.add(view);
    this.#shown.fire(view.file);
  }

  removeView(view: TableView): void {
    this.#views.delete(view);
    this.#shown.fire(view.file);
  }

  /** The file as it is open, in one of our editors if it is in one, else as a text; undefined where it is neither. */
  fileOf(uri: vscode.Uri): TableFile | undefined {
    const files = [...this.#files].filter((file) => file.uri.toString() === uri.toString());
    return files.find((file) => this.viewsOf(file).length > 0) ?? files[0];
  }

  /** Gives up the unsaved edits of a file that was written by something else, if it is open here. */
  async takeFromDisk(uri: vscode.Uri): Promise<void> {
    const file = this.fileOf(uri);
    if (file?.isDirty) await this.revert(file);
    else await file?.reload();
  }

  /** VS Code clears the dirty mark only by its own command, which acts on the active editor. */
  async revert(file: TableFile): Promise<void> {
    const [view] = this.viewsOf(file);
    // Without its own column it would move to the active group.
    view?.panel.reveal(view.panel.viewColumn, false);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }

  viewsOf(file: TableFile): TableView[] {
    return [...this.#views].filter((view) => view.file === file);
  }
}
