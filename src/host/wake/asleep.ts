import * as vscode from 'vscode';
import { isWanted, isWantedBy } from './reasons.js';
import { t } from '../../core/texts/translate.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/** What others get from the extension once it is awake. */
export interface Awake {
  /** What language models may call, by name. */
  readonly tools: ReadonlyMap<string, Required<vscode.LanguageModelTool<object>>>;
}

/** The extension before it is needed: its commands and tools are there, and load the rest. */
export class Asleep {
  readonly #context: vscode.ExtensionContext;
  readonly #load: () => Promise<Awake>;
  #standIns: vscode.Disposable | undefined;
  #awake: Promise<Awake> | undefined;

  constructor(context: vscode.ExtensionContext, load: () => Promise<Awake>) {
    this.#context = context;
    this.#load = load;
  }

  /** Wakes at once where there is a reason, else with the first one. */
  async watch(): Promise<void> {
    this.#context.subscriptions.push(...this.#tools());
    if (isWanted()) return void (await this.#wake());
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

  /** These stay: a tool is asked twice, before and when it is called, and both times by the same name. Some kinds of VS Code have none. */
  #tools(): vscode.Disposable[] {
    const { contributes } = this.#context.extension.packageJSON as Manifest;
    const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
    if (!lm?.registerTool) return [];
    return contributes.languageModelTools.map(({ name }) =>
      vscode.lm.registerTool<object>(name, {
        prepareInvocation: async (options, token) => (await this.#tool(name)).prepareInvocation(options, token),
        invoke: async (options, token) => (await this.#tool(name)).invoke(options, token),
      }),
    );
  }

  async #tool(name: string): Promise<Required<vscode.LanguageModelTool<object>>> {
    const tool = (await this.#wake()).tools.get(name);
    if (!tool) throw new Error(t`There is no tool ${name}.`);
    return tool;
  }

  /** The stand-ins go first: a command can be registered once only. */
  #wake(): Promise<Awake> {
    this.#standIns?.dispose();
    this.#standIns = undefined;
    return (this.#awake ??= this.#load());
  }
}
