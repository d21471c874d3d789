import * as vscode from 'vscode';
import type { OpenFiles } from './openFiles.js';
import { t } from '../../core/texts/translate.js';

/** Files of this scheme are what stands on disk, or stood there, behind a table with unsaved edits: to compare with. */
export const DISK_SCHEME = 'calibration-disk';

/** What of a file a version is. */
const WORDS = { now: t`on disk`, replaced: t`replaced by your save` } as const;
export type DiskVersion = keyof typeof WORDS;

/** The URI of a version of a file. */
export function diskVersionUri(file: vscode.Uri, version: DiskVersion): vscode.Uri {
  return file.with({ scheme: DISK_SCHEME, authority: '', query: JSON.stringify({ file: file.toString(), version }) });
}

/** What version a URI means, for people; null for other URIs. */
export function diskVersionOf(uri: vscode.Uri): string | null {
  return uri.scheme === DISK_SCHEME ? WORDS[partsOf(uri).version] : null;
}

function partsOf({ query }: vscode.Uri): { readonly file: string; readonly version: DiskVersion } {
  return JSON.parse(query) as { file: string; version: DiskVersion };
}

/** Gives those versions out, to be read only. */
export class DiskVersions implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #openFiles: OpenFiles;

  constructor(openFiles: OpenFiles) {
    this.#openFiles = openFiles;
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { file, version } = partsOf(uri);
    const target = vscode.Uri.parse(file);
    const replaced = version === 'replaced' ? this.#openFiles.fileOf(target)?.disk.replaced : null;
    return replaced ?? vscode.workspace.fs.readFile(target);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: Date.now(), size: length };
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}
