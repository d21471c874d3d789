import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { withOddNumbers, type FromAnyView } from '../../protocol/common.js';
import {
  parseFromOutputsView,
  type FromOutputsView,
  type OutputsMessage,
  type ToOutputsView,
} from '../../protocol/outputs.js';
import { watchPair } from '../compare/watchPair.js';
import { baseName } from '../ui/baseName.js';
import { reporting } from '../ui/commands.js';
import { Debounced } from '../ui/debounced.js';
import { setIcon, setTitle } from '../ui/panels.js';
import { withSlowProgress } from '../ui/progress.js';
import { ViewChannel } from '../webview/channel.js';
import { askDump, dumpFiles } from './dumpFiles.js';
import type { ModelServices } from './modelServices.js';
import { t } from '../../core/texts/translate.js';

type Asked = Exclude<FromOutputsView, FromAnyView>;

/** Two dumps: files that were chosen, or folders of them. */
export interface Dumps {
  readonly first: readonly vscode.Uri[];
  readonly second: readonly vscode.Uri[];
}

/** A difference beyond this is counted, until the user says otherwise. */
const USUAL_EPSILON = 1e-3;

/** What a network gave in float and in INT8, in a panel of its own; drawn again when the files change. */
export class OutputsPanel {
  readonly #channel: ViewChannel<Asked, ToOutputsView>;
  readonly #redraw = new Debounced(() => this.#draw());
  readonly #closed = new vscode.CancellationTokenSource();
  readonly #shared: ModelServices;
  #watch: vscode.Disposable = vscode.Disposable.from();
  #dumps: Dumps;
  #epsilon = USUAL_EPSILON;
  /** Counts drawings: the latest is shown. */
  #drawing = 0;

  constructor(
    readonly panel: vscode.WebviewPanel,
    dumps: Dumps,
    shared: ModelServices,
  ) {
    this.#dumps = dumps;
    this.#shared = shared;
    this.#channel = new ViewChannel(
      panel,
      { page: 'outputs', title: t`Output dumps`, parse: parseFromOutputsView },
      shared.services,
      {
        ready: () => this.#redraw.now(),
        answer: (message) => void reporting(shared.services, () => this.#answer(message)),
        asText: () => void vscode.commands.executeCommand('vscode.open', this.#dumps.first[0]),
        shown: () => this.#dumps.first[0] ?? null,
      },
    );
    this.#follow();
    panel.onDidDispose(() => {
      this.#closed.cancel();
      vscode.Disposable.from(this.#channel, this.#redraw, this.#watch).dispose();
    });
    setIcon(panel, shared.services);
  }

  #show(dumps: Dumps): void {
    this.#dumps = dumps;
    this.#follow();
    void this.#redraw.now();
  }

  #follow(): void {
    const { first, second } = this.#dumps;
    this.#watch.dispose();
    this.#watch = watchPair([...first, ...second], this.#shared.openFiles, () => this.#redraw.schedule());
    setTitle(this.panel, safe`${nameOf(first)} ↔ ${nameOf(second)}`);
  }

  async #draw(): Promise<void> {
    if (!this.#channel.isReady) return;
    const drawing = ++this.#drawing;
    try {
      const message = await withSlowProgress(
        safe`Comparing outputs`,
        (token) => this.#compared(token),
        this.#closed.token,
      );
      // Another pair, or another epsilon, was asked for meanwhile.
      if (this.#closed.token.isCancellationRequested || drawing !== this.#drawing) return;
      if (!message) throw new Error(t`The comparison was stopped.`);
      this.#channel.post(withOddNumbers(message));
    } catch (error) {
      if (drawing === this.#drawing) this.#channel.fail(error);
    }
  }

  async #compared(token: vscode.CancellationToken): Promise<OutputsMessage> {
    const { first, second } = this.#dumps;
    const files = { first: await dumpFiles(first), second: await dumpFiles(second) };
    const order = { ...files, epsilon: this.#epsilon, timeLimit: null };
    const { comparison, pictures } = await this.#shared.services.modelRuns.run('outputs', order, { token });
    if (comparison.tensors.length + comparison.otherShapes.length === 0)
      throw new Error(t`"${nameOf(first)}" and "${nameOf(second)}" have no tensor in common.`);
    return {
      type: 'outputs',
      ...comparison,
      pictures,
      firstFile: nameOf(first),
      secondFile: nameOf(second),
      files: { first: first.map(String), second: second.map(String) },
    };
  }

  async #answer(message: Asked): Promise<void> {
    const { first, second } = this.#dumps;
    if (message.type === 'epsilon') {
      this.#epsilon = message.epsilon;
      return this.#redraw.now();
    }
    if (message.action === 'swap') return this.#show({ first: second, second: first });
    const isFirst = message.action === 'chooseFirst';
    const chosen = await askDump(isFirst ? 'float' : 'INT8', isFirst ? second[0] : first[0]);
    if (chosen) this.#show(isFirst ? { first: chosen, second } : { first, second: chosen });
  }
}

function nameOf(uris: readonly vscode.Uri[]): string {
  const [first] = uris;
  return first ? `${baseName(first)}${uris.length > 1 ? t` and ${uris.length - 1} more` : ''}` : '';
}
