import type * as vscode from 'vscode';
import { inputsIn, type InputsAsked } from './runAsked.js';

/** On what inputs a table was measured last, and what came of it: remembered in the workspace. */
export class RunChoices {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** Null where none were chosen before. */
  inputs(table: vscode.Uri): InputsAsked | null {
    return inputsIn(this.#memory.get(keyOf(table)));
  }

  /** The run that a table shows; null where there is none. */
  run(table: vscode.Uri): string | null {
    return this.#memory.get<string>(`run:${table.toString()}`) ?? null;
  }

  /** @param key of the run; null: no more */
  async rememberRun(table: vscode.Uri, key: string | null): Promise<void> {
    await this.#memory.update(`run:${table.toString()}`, key ?? undefined);
  }

  async remember(table: vscode.Uri, inputs: InputsAsked): Promise<void> {
    await this.#memory.update(keyOf(table), inputs);
  }
}

function keyOf(table: vscode.Uri): string {
  return `inputs:${table.toString()}`;
}
