import * as vscode from 'vscode';

/** Which file's histograms a table borrows: chosen once by the user, and remembered in the workspace. */
export class ValueSources {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** The file that was chosen for a table, or undefined. */
  chosen(table: vscode.Uri): vscode.Uri | undefined {
    const stored = this.#memory.get<string>(keyOf(table));
    return stored === undefined ? undefined : vscode.Uri.parse(stored);
  }

  async remember(table: vscode.Uri, source: vscode.Uri): Promise<void> {
    await this.#memory.update(keyOf(table), source.toString());
  }
}

function keyOf(table: vscode.Uri): string {
  return `values:${table.toString()}`;
}
