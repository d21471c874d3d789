import * as vscode from 'vscode';
import { isWanted, isWantedBy } from './reasons.js';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** The extension before it is needed: its commands are there, and load the rest. */
export class Asleep {
  readonly #context: vscode.ExtensionContext;
  readonly #load: () => Promise<void>;
  #standIns: vscode.Disposable | undefined;
  #awake: Promise<void> | undefined;

  constructor(context: vscode.ExtensionContext, load: () => Promise<void>) {
    this.#context = context;
    this.#load = load;
  }

  /** Wakes at once where there is a reason, else with the first one. */
  async watch(): Promise<void> {
    if (isWanted()) return this.#wake();
    this.#standIns = vscode.Disposable.from(
      ...this.#commands(),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isWantedBy(document)) void this.#wake();
      }),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        if (isWanted()) void this.#wake();
      }),
    );
    this.#context.subscriptions.push(this.#standIns);
  }

  #commands(): vscode.Disposable[] {
    const { contributes } = this.#context.extension.packageJSON as Manifest;
    return contributes.commands.map(({ command }) =>
      // eslint-disable-next-line no-restricted-syntax -- What would tell of errors is not loaded yet; the command itself does.
      vscode.commands.registerCommand(command, async (...args: unknown[]) => {
        await this.#wake();
        return vscode.commands.executeCommand(command, ...args);
      }),
    );
  }

  /** The stand-ins go first: a command can be registered once only. */
  #wake(): Promise<void> {
    this.#standIns?.dispose();
    this.#standIns = undefined;
    return (this.#awake ??= this.#load());
  }
}
