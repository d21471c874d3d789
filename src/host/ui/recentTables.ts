import * as vscode from 'vscode';

const KEY = 'recentTables';
const MOST = 10;

/** The tables that were opened last in this workspace, the latest first. */
export class RecentTables {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get all(): vscode.Uri[] {
    return this.#memory.get<string[]>(KEY, []).map((uri) => vscode.Uri.parse(uri));
  }

  async add(table: vscode.Uri): Promise<void> {
    // Earlier versions, from git, and new files can't be opened again.
    if (!vscode.workspace.fs.isWritableFileSystem(table.scheme)) return;
    const uri = table.toString();
    const others = this.#memory.get<string[]>(KEY, []).filter((other) => other !== uri);
    await this.#memory.update(KEY, [uri, ...others].slice(0, MOST));
  }
}
