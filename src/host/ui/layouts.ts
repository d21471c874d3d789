import type * as vscode from 'vscode';
import { isLayout, type GridLayout } from '../../protocol/common.js';

/** How the user has arranged the columns of each kind of view, kept for ever. */
export class Layouts {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** The arrangement of a kind of view, or null. What an older version has kept may be none. */
  of(page: string): GridLayout | null {
    const kept = this.#memory.get<unknown>(keyOf(page));
    return isLayout(kept) ? kept : null;
  }

  keep(page: string, layout: GridLayout): void {
    void this.#memory.update(keyOf(page), layout);
  }
}

function keyOf(page: string): string {
  return `calibrationTables.layout.${page}`;
}
