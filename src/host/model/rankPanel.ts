import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { withOddNumbers, type FromAnyView } from '../../protocol/common.js';
import { parseFromRankView, type FromRankView, type ToRankView } from '../../protocol/rank.js';
import { tuneEntries } from './tuneEntries.js';
import { watchPair } from '../compare/watchPair.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { openTable } from '../editor/openTable.js';
import { baseName } from '../ui/baseName.js';
import { reporting } from '../ui/commands.js';
import { Debounced } from '../ui/debounced.js';
import { setIcon, setTitle } from '../ui/panels.js';
import { pickTable } from '../ui/pickTable.js';
import type { HostServices } from '../ui/services.js';
import { ViewChannel, type Answer } from '../webview/channel.js';
import type { ModelServices } from './modelServices.js';
import { rankMessage } from './rankMessage.js';
import { rankTables, type RankWishes } from './rankTables.js';
import type { RunAsked } from './runAsked.js';
import { saveHistograms } from './saveHistograms.js';
import { isSame, stateOf } from './runState.js';
import { runKey, type KeptRun } from './runStore.js';
import { forgetRun, showDamage, showHistograms } from './tableValues.js';
import { t } from '../../core/texts/translate.js';

type Asked = Exclude<FromRankView, FromAnyView>;

/** Which layers suffer: a table measured by its model, in a panel of its own. */
export class RankPanel {
  readonly #channel: ViewChannel<Asked, ToRankView>;
  readonly #look = new Debounced(() => this.#tellAge());
  readonly #closed = new vscode.CancellationTokenSource();
  readonly #shared: ModelServices;
  readonly #askInputs: (panel: RankPanel) => Promise<void>;
  #watch: vscode.Disposable = vscode.Disposable.from();
  #asked: RunAsked;
  #run: KeptRun | null;
  #isBusy = false;

  /** @param run what is known already; without it the model is run as soon as the view is there */
  constructor(
    readonly panel: vscode.WebviewPanel,
    asked: RunAsked,
    run: KeptRun | null,
    shared: ModelServices,
    askInputs: (panel: RankPanel) => Promise<void>,
  ) {
    this.#asked = asked;
    this.#run = run;
    this.#shared = shared;
    this.#askInputs = askInputs;
    this.#channel = new ViewChannel(
      panel,
      { page: 'rank', title: t`Which layers suffer`, parse: parseFromRankView },
      shared.services,
      {
        ready: () => this.#begin(),
        answer: (message) => this.#answer(message),
        asText: () => void vscode.commands.executeCommand('calibrationTables.openAsText', this.table),
        shown: () => this.table,
      },
    );
    panel.onDidDispose(() => {
      this.#closed.cancel();
      vscode.Disposable.from(this.#channel, this.#look, this.#watch).dispose();
    });
    setIcon(panel, shared.services);
    setTitle(panel, safe`Suffering: ${baseName(this.table)}`);
  }

  get table(): vscode.Uri {
    return vscode.Uri.parse(this.#asked.table);
  }

  get asked(): RunAsked {
    return this.#asked;
  }

  get #services(): HostServices {
    return this.#shared.services;
  }

  get #openFiles(): OpenFiles {
    return this.#shared.openFiles;
  }

  /** Runs again, of what was asked or something else. */
  async measure(asked: RunAsked = this.#asked): Promise<Answer> {
    return this.#measure(asked, { without: [], reach: null });
  }

  async #begin(): Promise<void> {
    if (this.#run) return this.#draw(this.#run);
    // The view came anew, in another window say, while the model runs.
    if (this.#isBusy) return;
    const problem = await this.measure();
    if (problem && !this.#run) this.#channel.fail(new Error(problem));
  }

  async #measure(asked: RunAsked, wishes: RankWishes): Promise<Answer> {
    if (this.#isBusy) return t`A run is going on: wait for it, or cancel it.`;
    this.#isBusy = true;
    try {
      const state = await stateOf(asked, this.#services);
      const ranked = await rankTables(asked, wishes, this.#services, this.#closed.token);
      if (!ranked || this.#closed.token.isCancellationRequested) return t`Cancelled: the model was not run to its end.`;
      const { histograms, ...answer } = ranked.answer;
      const before = wishes.known ? this.#run : null;
      this.#asked = asked;
      await this.#keep(
        {
          asked,
          state: before?.state ?? state,
          // What was not measured again is what it was.
          answer: before ? { ...answer, rankings: [...answer.rankings, ...before.answer.rankings.slice(1)] } : answer,
          entryNames: [...ranked.entryNames],
          excluded: wishes.without,
          reach: wishes.reach,
        },
        histograms,
      );
      return null;
    } finally {
      this.#isBusy = false;
    }
  }

  async #keep(run: KeptRun, histograms: Uint8Array | null): Promise<void> {
    this.#run = run;
    const key = await runKey(run.asked);
    await this.#shared.runs.save(key, run);
    await this.#shared.choices.rememberRun(this.table, key);
    await this.#draw(run);
    if (histograms)
      await showHistograms(
        this.table,
        await this.#shared.runs.saveHistograms(key, histogramsName(run), histograms),
        this.#services,
        this.#openFiles,
      );
  }

  async #draw(run: KeptRun): Promise<void> {
    if (this.#closed.token.isCancellationRequested) return;
    this.#watch.dispose();
    const { table, model, others } = run.asked;
    const files = [table, model, ...others].map((uri) => vscode.Uri.parse(uri));
    this.#watch = watchPair(files, this.#openFiles, () => this.#look.schedule());
    const isOld = await this.#isOld(run);
    this.#channel.post(withOddNumbers(rankMessage(await runKey(run.asked), run, isOld)));
    showDamage(run, isOld, this.#openFiles);
  }

  async #tellAge(): Promise<void> {
    if (this.#run) this.#channel.post({ type: 'age', isOld: await this.#isOld(this.#run) });
  }

  async #isOld({ asked, state }: KeptRun): Promise<boolean> {
    return !isSame(state, await stateOf(asked, this.#services));
  }

  async #answer(message: Asked): Promise<Answer> {
    const known = this.#run?.answer.rankings[0]?.tensors;
    const again = { known: known ?? [], without: this.#run?.excluded ?? [], reach: this.#run?.reach ?? null };
    switch (message.type) {
      case 'without':
        return this.#remeasure({ ...again, without: message.names });
      case 'reach':
        return this.#remeasure({ ...again, reach: message.decibels });
      case 'showTensor':
        return void reporting(this.#services, () => this.#showTensor(message.name));
      case 'tuneTensors':
        return void reporting(this.#services, () => tuneEntries(this.#asked, message.names, this.#shared));
      case 'markTensors':
        return void vscode.commands.executeCommand(
          'calibrationTables.markEntries',
          this.table,
          message.names.map((name) => this.#entryOf(name)),
        );
      case 'action':
        return void reporting(this.#services, () => this.#act(message.action));
    }
  }

  /** Of other bytes than those that were measured it would be another run's answer. */
  async #remeasure(wishes: RankWishes): Promise<Answer> {
    if (!this.#run) return t`Nothing has been measured yet.`;
    if (await this.#isOld(this.#run))
      return this.#measure(this.#asked, { without: wishes.without, reach: wishes.reach });
    return this.#measure(this.#asked, wishes);
  }

  async #act(action: Extract<Asked, { type: 'action' }>['action']): Promise<void> {
    switch (action) {
      case 'again': {
        const problem = await this.measure();
        if (problem) throw new Error(problem);
        return;
      }
      case 'otherInputs':
        return this.#askInputs(this);
      case 'openTable':
        await openTable(this.table, this.#openFiles);
        return;
      case 'addTable': {
        const other = await pickTable(this.#services, safe`Measure which table on the same inputs?`, this.table);
        if (!other) return;
        const others = [...this.#asked.others.filter((uri) => uri !== other.toString()), other.toString()];
        const problem = await this.measure({ ...this.#asked, others });
        if (problem) throw new Error(problem);
        return;
      }
      case 'saveHistograms':
        return saveHistograms(this.table, this.#services);
      case 'forget':
        await forgetRun(this.table, this.#shared);
        this.panel.dispose();
    }
  }

  #entryOf(tensor: string): string {
    return this.#run?.entryNames.find(([name]) => name === tensor)?.[1] ?? tensor;
  }

  async #showTensor(name: string): Promise<void> {
    const file = await openTable(this.table, this.#openFiles);
    if (file?.content.kind !== 'table') return;
    const index = file.content.document.table.names.indexOf(this.#entryOf(name));
    if (index < 0) throw new Error(t`The table has no entry "${this.#entryOf(name)}" any more.`);
    const [view] = this.#openFiles.viewsOf(file);
    view?.reveal(index);
  }
}

/** What the table says its histograms are from. */
function histogramsName({ asked, answer }: KeptRun): string {
  const inputs = 'noise' in asked.inputs ? t`of noise` : answer.inputs === 1 ? 'input' : 'inputs';
  return t`${baseName(vscode.Uri.parse(asked.model))} on ${answer.inputs} ${inputs}`;
}
