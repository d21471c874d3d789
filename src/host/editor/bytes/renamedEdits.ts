import * as vscode from 'vscode';
import { BytesFile, type UnsavedEdits } from './bytesFile.js';
import type { OpenFiles } from '../openFiles.js';

/** VS Code opens a renamed or moved file anew and forgets its unsaved edits: these are kept here, and made again. */
export class RenamedEdits implements vscode.Disposable {
  readonly #kept = new Map<string, UnsavedEdits>();
  readonly #listener: vscode.Disposable;
  readonly #openFiles: OpenFiles;

  constructor(openFiles: OpenFiles) {
    this.#openFiles = openFiles;

    this.#listener = vscode.workspace.onWillRenameFiles(({ files }) =>
      files.forEach(({ oldUri, newUri }) => this.#keep(oldUri, newUri)),
    );
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** Makes the edits of a file again that has just got its name. */
  restore(file: BytesFile): void {
    const edits = this.#kept.get(file.uri.toString());
    this.#kept.delete(file.uri.toString());
    if (edits) file.remake(edits);
  }

  /** What is renamed may be a folder of open files. */
  #keep(before: vscode.Uri, after: vscode.Uri): void {
    for (const file of this.#openFiles.all) {
      // What lies over a text is VS Code's own, which comes along by itself.
      if (!(file instanceof BytesFile)) continue;
      const { unsaved, uri } = file;
      const isIn =
        uri.scheme === before.scheme &&
        uri.authority === before.authority &&
        `${uri.path}/`.startsWith(`${before.path}/`);
      if (unsaved && isIn)
        this.#kept.set(after.with({ path: after.path + uri.path.slice(before.path.length) }).toString(), unsaved);
    }
  }
}
