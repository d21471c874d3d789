import type * as vscode from 'vscode';
import { inputsIn, type InputsAsked } from './runAsked.js';

/** On what inputs a table was measured last: remembered in the workspace. */
export class RunChoices {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** Null where none were chosen before. */
  inputs(table: vscode.Uri): InputsAsked | null {
    return inputsIn(this.#memory.get(keyOf(table)));
  }

  async remember(table: vscode.Uri, inputs: InputsAsked): Promise<void> {
    await this.#memory.update(keyOf(table), inputs);
  }
}

function keyOf(table: vscode.Uri): string {
  return `inputs:${table.toString()}`;
}
