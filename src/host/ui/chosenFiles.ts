import * as vscode from 'vscode';

/** Which file of some kind belongs to a table: chosen once by the user, and remembered in the workspace. */
export class ChosenFiles {
  readonly #memory: vscode.Memento;
  readonly #kind: string;

  constructor(memory: vscode.Memento, kind: 'network' | 'values') {
    this.#memory = memory;
    this.#kind = kind;
  }

  /** The file that was chosen for a table, or undefined. */
  chosen(table: vscode.Uri): vscode.Uri | undefined {
    const stored = this.#memory.get<string>(this.#keyOf(table));
    return stored === undefined ? undefined : vscode.Uri.parse(stored);
  }

  async remember(table: vscode.Uri, file: vscode.Uri): Promise<void> {
    await this.#memory.update(this.#keyOf(table), file.toString());
  }

  async forget(table: vscode.Uri): Promise<void> {
    await this.#memory.update(this.#keyOf(table), undefined);
  }

  #keyOf(table: vscode.Uri): string {
    return `${this.#kind}:${table.toString()}`;
  }
}
