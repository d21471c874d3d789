import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { baseName } from '../ui/baseName.js';
import { Debounced } from '../ui/debounced.js';
import { escapeGlob } from '../ui/escapeGlob.js';
import type { Log } from '../ui/log.js';
import { notify } from '../ui/notify.js';
import type { TableFile } from './tableFile.js';
import type { OpenFiles } from './openFiles.js';

/** Reloads a file when it changes on disk; asks when that would cost unsaved edits. */
export class DiskWatch implements vscode.Disposable {
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #look = new Debounced(() => this.#compare());
  #asking = false;
  readonly #file: TableFile;
  readonly #openFiles: OpenFiles;
  readonly #log: Log;

  constructor(file: TableFile, openFiles: OpenFiles, log: Log) {
    this.#file = file;
    this.#openFiles = openFiles;
    this.#log = log;

    const folder = vscode.Uri.joinPath(file.uri, '..');
    const pattern = new vscode.RelativePattern(folder, escapeGlob(baseName(file.uri)));
    this.#watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#watcher.onDidChange(() => this.#look.schedule());
    this.#watcher.onDidCreate(() => this.#look.schedule());
  }

  dispose(): void {
    this.#look.dispose();
    this.#watcher.dispose();
  }

  async #compare(): Promise<void> {
    try {
      if (this.#asking || (await this.#file.disk.compare()) !== 'changed') return;
      if (this.#file.isDirty) await this.#ask();
      else await this.#file.reload();
    } catch (error) {
      this.#log.error(`Could not read ${this.#file.uri.toString(true)} again.`, error);
    }
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const reload = 'Reload and Discard My Edits';
    const name = vscode.workspace.asRelativePath(this.#file.uri);
    const answer = await notify(
      'warning',
      safe`"${name}" has changed on disk, and it has unsaved edits here.`,
      reload,
      'Keep My Edits',
    );
    this.#asking = false;
    if (answer === reload) await this.#openFiles.revert(this.#file);
    else await this.#file.disk.accept();
  }
}
