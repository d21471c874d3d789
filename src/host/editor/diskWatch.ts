import * as vscode from 'vscode';
import { isWriteProtected } from '../platform/isWriteProtected.js';
import { baseName } from '../ui/baseName.js';
import { Debounced } from '../ui/debounced.js';
import { escapeGlob } from '../ui/escapeGlob.js';
import type { Log } from '../ui/log.js';
import type { TableFile } from './tableFile.js';

/** Reloads a file when it changes on disk; where that would cost unsaved edits, it is said above the table. */
export class DiskWatch implements vscode.Disposable {
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #look = new Debounced(() => this.#compare());
  readonly #file: TableFile;
  readonly #log: Log;

  constructor(file: TableFile, log: Log) {
    this.#file = file;
    this.#log = log;

    const folder = vscode.Uri.joinPath(file.uri, '..');
    const pattern = new vscode.RelativePattern(folder, escapeGlob(baseName(file.uri)));
    this.#watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#watcher.onDidChange(() => this.#look.schedule());
    this.#watcher.onDidCreate(() => this.#look.schedule());
    this.#watcher.onDidDelete(() => this.#look.schedule());
    void this.#askProtection();
  }

  dispose(): void {
    this.#look.dispose();
    this.#watcher.dispose();
  }

  /** Whether it may be written is told before anybody edits. */
  async #askProtection(): Promise<void> {
    const { disk, uri } = this.#file;
    const isProtected = await isWriteProtected(uri);
    if (isProtected === disk.isProtected) return;
    disk.isProtected = isProtected;
    this.#file.refresh();
  }

  /** What is changed here, too, is told above the table. */
  async #compare(): Promise<void> {
    const file = this.#file;
    await this.#askProtection();
    try {
      const standing = await file.disk.compare();
      if (standing === 'changed' && !file.isDirty) return await file.reload();
      if (standing === file.disk.standing) return;
      file.disk.standing = standing;
      file.refresh();
    } catch (error) {
      this.#log.error(`Could not read ${file.uri.toString(true)} again.`, error);
    }
  }
}
