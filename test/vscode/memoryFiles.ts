import * as vscode from 'vscode';

/** A file system of files in memory, as a virtual workspace has one. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly #held = new Map<string, Promise<void>>();
  readonly #scheme: string;

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  /** Puts a file there, as somebody else would. */
  put(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: this.#scheme, path });
    this.#set(uri, new TextEncoder().encode(text));
    return uri;
  }

  text(uri: vscode.Uri): string {
    return new TextDecoder().decode(this.#read(uri));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (![...this.#files.keys()].some((path) => path.startsWith(`${uri.path.replace(/\/$/, '')}/`)))
      throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  /** Lets a file be read only once what comes back is called, as a slow connection would. */
  hold(uri: vscode.Uri): () => void {
    let release = (): void => undefined;
    this.#held.set(uri.path, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(uri.path);
      release();
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.#held.get(uri.path);
    return this.#read(uri);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#set(uri, content);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const start = `${uri.path.replace(/\/$/, '')}/`;
    return [...this.#files.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => [path.slice(start.length), vscode.FileType.File]);
  }

  createDirectory(): void {
    // Folders are but parts of paths.
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#set(to, this.#read(from));
    this.delete(from);
  }

  #read(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  #set(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#files.set(uri.path, { bytes, mtime: (this.#files.get(uri.path)?.mtime ?? 0) + 1 });
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }
}
