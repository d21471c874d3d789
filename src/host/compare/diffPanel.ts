import * as vscode from 'vscode';
import {
  parseFromDiffView,
  type DiffActionMessage,
  type DiffCommandMessage,
  type DiffMessage,
  type FromDiffView,
  type TakeMessage,
  type ToDiffView,
} from '../../protocol/diff.js';
import { type FromAnyView } from '../../protocol/common.js';
import { turnedDecisions, type Decision, type EntryRef } from '../../core/diff/byHand.js';
import { sameBytes } from '../../core/bytes/bytes.js';
import type { Packed } from '../../protocol/packedNames.js';
import type { CompareOrder } from '../../worker/jobs/compareJobs.js';
import { withSlowProgress } from '../ui/progress.js';
import { isMuchToCompare } from '../work/large.js';
import { safe, type SafeText } from '../../core/render/safe.js';
import { reporting } from '../ui/commands.js';
import { setIcon, setTitle } from '../ui/panels.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { TABLE_EDITOR } from '../editor/viewTypes.js';
import type { HostServices } from '../ui/services.js';
import { ViewChannel } from '../webview/channel.js';
import { BasePart } from './basePart.js';
import { onDisk } from '../git/gitUri.js';
import { exportDiff } from './exportDiff.js';
import { Debounced } from '../ui/debounced.js';
import { readPair, shortLabelOf } from './sides.js';
import { takeRows } from './takeRows.js';
import { watchPair } from './watchPair.js';
import { t } from '../../core/texts/translate.js';

/** The files of a comparison as they were read. */
type Shown = Pick<CompareOrder, 'pair' | 'base'>;

type Asked = Exclude<FromDiffView, FromAnyView>;

/** Two files side by side in a panel of its own; drawn again when one of them changes. */
export class DiffPanel {
  static #count = 0;
  readonly #id = ++DiffPanel.#count;
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #redraw = new Debounced(() => this.#draw());
  readonly #channel: ViewChannel<Asked, ToDiffView>;
  #drawn: Shown | null = null;
  /** Whether the view has the comparison. */
  #isShown = false;
  #wanted: EntryRef | null = null;
  readonly #closed = new vscode.CancellationTokenSource();
  #before: vscode.Uri;
  #after: vscode.Uri;
  #byHand: readonly Decision[];
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;
  readonly #base: BasePart;

  constructor(
    readonly panel: vscode.WebviewPanel,
    before: vscode.Uri,
    after: vscode.Uri,
    services: HostServices,
    openFiles: OpenFiles,
    byHand: readonly Decision[] = [],
  ) {
    this.#before = before;
    this.#after = after;
    this.#byHand = byHand;
    this.#services = services;
    this.#openFiles = openFiles;
    this.#base = new BasePart(openFiles, () => this.#redraw.schedule());
    setIcon(panel, services);

    this.#channel = new ViewChannel(
      panel,
      { page: 'diff', title: t`Comparison of calibration tables`, parse: parseFromDiffView },
      services,
      {
        ready: () => {
          this.#drawn = null;
          this.#isShown = false;
          void this.#redraw.now();
        },
        answer: (message) => this.#answer(message),
        asText: () => void vscode.commands.executeCommand('calibrationTables.compareAsText', ...this.files),
        shown: () => onDisk(this.files),
      },
    );
    this.#subscriptions.push(
      this.#channel,
      this.#base,
      watchPair([before, after], openFiles, () => this.#redraw.schedule()),
    );
    panel.onDidDispose(() => this.#dispose());
    setTitle(panel, this.#title);
  }

  /** The two files, the old one first. */
  get files(): readonly [vscode.Uri, vscode.Uri] {
    return [this.#before, this.#after];
  }

  get base(): vscode.Uri | null {
    return this.#base.uri;
  }

  /** Compares both files with a third one that they come from, too, or no longer. */
  set base(uri: vscode.Uri | null) {
    this.#base.uri = uri;
    void this.#redraw.now();
  }

  swap(): void {
    [this.#before, this.#after] = [this.#after, this.#before];
    this.#byHand = turnedDecisions(this.#byHand);
    this.#drawn = null;
    void this.#redraw.now();
  }

  /** Selects the row of an entry of the old table, once it is there. */
  show(entry: EntryRef): void {
    this.#wanted = entry;
    if (this.#isShown) this.#reveal();
  }

  /** Hands a command on to the view. */
  run(command: DiffCommandMessage['command']): void {
    this.#channel.post({ type: 'command', command });
  }

  #reveal(): void {
    if (this.#wanted) this.#channel.post({ type: 'reveal', entry: this.#wanted });
    this.#wanted = null;
  }

  #dispose(): void {
    this.#closed.cancel();
    this.#redraw.dispose();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  get #title(): SafeText {
    return safe`${shortLabelOf(this.#before)} ↔ ${shortLabelOf(this.#after)}`;
  }

  async #draw(): Promise<void> {
    if (!this.#channel.isReady) return;
    setTitle(this.panel, this.#title);
    try {
      const [pair, base] = await Promise.all([
        readPair(...this.files, this.#services),
        this.#base.read(this.#services),
      ]);
      await this.#show({ pair, base });
    } catch (error) {
      this.#drawn = null;
      this.#channel.fail(error);
    }
  }

  /** A repository tells of every change in it: what is drawn already is not compared again. */
  async #show(shown: Shown): Promise<void> {
    if (this.#drawn && isSame(shown, this.#drawn)) return;
    this.#drawn = shown;
    const message = await withSlowProgress(
      safe`Comparing ${this.#title}`,
      (token) => this.#compare(shown, token),
      this.#closed.token,
    );
    // What was overtaken by a newer comparison has nothing to say.
    if (this.#drawn !== shown || this.#closed.token.isCancellationRequested) return;
    if (!message) throw new Error(t`The comparison was stopped.`);
    this.#channel.post(message);
    this.#isShown = true;
    this.#reveal();
  }

  #compare({ pair, base }: Shown, token: vscode.CancellationToken): Promise<Packed<DiffMessage>> {
    const isSmall = !isMuchToCompare(...pair, ...(base && 'bytes' in base ? [base] : []));
    const order = { pair, base, byHand: this.#byHand };
    return this.#services.background.run('compare', order, { isSmall, token, topic: t`compare ${this.#id}` });
  }

  #answer(message: Asked): void {
    switch (message.type) {
      case 'action':
        return this.#act(message.action);
      case 'decide':
        this.#byHand = message.byHand;
        this.#drawn = null;
        return void this.#redraw.now();
      case 'take':
        return void reporting(this.#services, () => this.#take(message));
      case 'export':
        return void reporting(this.#services, () =>
          exportDiff(this.files, { threshold: message.threshold, byHand: this.#byHand }, this.#base, this.#services),
        );
    }
  }

  async #take({ into, rows }: TakeMessage): Promise<void> {
    const [target, from] = into === 'old' ? this.files : [this.#after, this.#before];
    const taken = rows.map((row) =>
      into === 'old' ? { own: row.old, other: row.new } : { own: row.new, other: row.old },
    );
    await takeRows(target, from, taken, this.#services, this.#openFiles);
    // The table came to the front to be changed; who compares goes on comparing.
    this.panel.reveal();
  }

  #act(action: DiffActionMessage['action']): void {
    switch (action) {
      case 'openOld':
        return openTable(this.#before);
      case 'openNew':
        return openTable(this.#after);
      case 'openBase':
        return this.base ? openTable(this.base) : undefined;
      case 'removeBase':
        this.base = null;
    }
  }
}

function openTable(uri: vscode.Uri): void {
  void vscode.commands.executeCommand('vscode.openWith', uri, TABLE_EDITOR);
}

function isSame(a: Shown, b: Shown): boolean {
  const isSameSide = (side: 0 | 1): boolean => sameBytes(a.pair[side].bytes, b.pair[side].bytes);
  return isSameSide(0) && isSameSide(1) && isSameBase(a.base, b.base);
}

function isSameBase(a: CompareOrder['base'], b: CompareOrder['base']): boolean {
  if (a === null || b === null) return a === b;
  if ('problem' in a || 'problem' in b) return 'problem' in a && 'problem' in b && a.problem === b.problem;
  return a.uri === b.uri && sameBytes(a.bytes, b.bytes);
}
