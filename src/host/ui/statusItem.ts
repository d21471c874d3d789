import * as vscode from 'vscode';
import type { SafeText } from '../../core/render/safe.js';

/** What an item of the status bar says, and what it says when the pointer is over it. */
export interface StatusText {
  readonly text: SafeText;
  readonly hint: SafeText;
}

/** An item of the status bar that is there as long as it has something to say; made when it first has. */
export class StatusItem implements vscode.Disposable {
  readonly #id: string;
  readonly #name: SafeText;
  readonly #command: string | undefined;
  #item: vscode.StatusBarItem | undefined;

  /**
   * @param name by which users hide it for good
   * @param command what a click runs
   */
  constructor(id: string, name: SafeText, command?: string) {
    this.#id = id;
    this.#name = name;
    this.#command = command;
  }

  show(said: StatusText | null): void {
    if (!said) {
      this.#item?.hide();
      return;
    }
    this.#item ??= this.#make();
    this.#item.text = said.text;
    this.#item.tooltip = said.hint;
    this.#item.accessibilityInformation = { label: `${said.text}. ${said.hint}` };
    this.#item.show();
  }

  dispose(): void {
    this.#item?.dispose();
  }

  #make(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem(this.#id, vscode.StatusBarAlignment.Right, 100);
    item.name = this.#name;
    item.command = this.#command;
    return item;
  }
}
