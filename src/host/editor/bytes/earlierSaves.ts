import * as vscode from 'vscode';
import { sameBytes } from '../../../core/bytes/bytes.js';
import { digestName } from '../../ui/digestName.js';

/** Of a file no more saves are kept, and no more bytes: the oldest go. */
const MOST_SAVES = 20;
const MOST_BYTES = 64 * 1024 * 1024;

/** A save of a file, as it was then. */
export interface EarlierSave {
  readonly uri: vscode.Uri;
  readonly time: Date;
  readonly size: number;
}

/**
 * What was saved of tables over bytes. VS Code's Local History keeps the saves of texts only: what it tells of one of its own editors it
 * does not tell of another's. Where the user has switched that off, nothing is kept here, either.
 */
export class EarlierSaves {
  readonly #folder: vscode.Uri;
  /** The last save kept of a file, as long as somebody has its bytes: it is not read again to compare. */
  readonly #latest = new Map<string, WeakRef<Uint8Array>>();

  /** @param storage where VS Code keeps files of ours, on the machine that has the tables */
  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'saves');
  }

  /** Keeps what stands in a file, unless the last save kept is the same. Throws what the file system throws. */
  async keep(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const isOn = vscode.workspace.getConfiguration('workbench.localHistory', file).get('enabled', true);
    if (!isOn || bytes.length > MOST_BYTES) return;
    const known = this.#latest.get(file.toString())?.deref();
    if (known === bytes) return;
    const [last] = await this.of(file);
    const isAsLong = last?.size === bytes.length;
    if (isAsLong && sameBytes(known ?? (await vscode.workspace.fs.readFile(last.uri)), bytes)) return;
    // Two saves within a millisecond are two.
    const name = String(Math.max(Date.now(), (last?.time.getTime() ?? 0) + 1));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(await this.#folderOf(file), name), bytes);
    this.#latest.set(file.toString(), new WeakRef(bytes));
    await this.#forgetOldest(file);
  }

  /** The saves of a file, the latest first. */
  async of(file: vscode.Uri): Promise<EarlierSave[]> {
    const folder = await this.#folderOf(file);
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
    const names = entries.map(([name]) => name).filter((name) => /^\d+$/.test(name));
    const saves = names.map(async (name) => {
      const uri = vscode.Uri.joinPath(folder, name);
      return { uri, time: new Date(Number(name)), size: (await vscode.workspace.fs.stat(uri)).size };
    });
    return (await Promise.all(saves)).sort((a, b) => b.time.getTime() - a.time.getTime());
  }

  async #forgetOldest(file: vscode.Uri): Promise<void> {
    let bytes = 0;
    for (const [at, { uri, size }] of (await this.of(file)).entries()) {
      bytes += size;
      if (at >= MOST_SAVES || bytes > MOST_BYTES) await vscode.workspace.fs.delete(uri);
    }
  }

  /** A folder a file: its path is no name that every file system takes. */
  async #folderOf(file: vscode.Uri): Promise<vscode.Uri> {
    return vscode.Uri.joinPath(this.#folder, await digestName(file.toString()));
  }
}
