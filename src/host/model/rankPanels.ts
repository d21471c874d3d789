import type * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { openPanel } from '../ui/panels.js';
import { isObject, isText } from '../../protocol/common.js';
import type { ModelServices } from './modelServices.js';
import { RankPanel } from './rankPanel.js';
import { forgetRun, keptRun } from './tableValues.js';
import type { RunAsked } from './runAsked.js';
import type { KeptRun } from './runStore.js';
import { t } from '../../core/texts/translate.js';

/** The view type of rankings. */
export const RANK_VIEW = 'calibrationTables.rank';

type AskInputs = (panel: RankPanel) => Promise<void>;

/** The rankings that are open. They come back when VS Code starts again, with what was kept of their runs. */
export class RankPanels implements vscode.WebviewPanelSerializer {
  readonly #all = new Set<RankPanel>();
  readonly #shared: ModelServices;
  readonly #askInputs: AskInputs;

  constructor(shared: ModelServices, askInputs: AskInputs) {
    this.#shared = shared;
    this.#askInputs = askInputs;
  }

  /** Measures a table, in the view that it has already or in a new one. */
  async show(asked: RunAsked): Promise<void> {
    const open = [...this.#all].find(({ table }) => table.toString() === asked.table);
    if (!open) return void this.#adopt(openPanel(RANK_VIEW, safe`Suffering layers`), asked, null);
    open.panel.reveal();
    const problem = await open.measure(asked);
    if (problem) throw new Error(problem);
  }

  /** Shows what is known of a table that was measured. Throws Error where nothing is kept of it any more. */
  async showKept(table: vscode.Uri): Promise<RankPanel> {
    const open = [...this.#all].find((panel) => panel.table.toString() === table.toString());
    open?.panel.reveal();
    if (open) return open;
    const kept = await keptRun(table, this.#shared);
    if (!kept) throw new Error(t`The results of that run are no longer kept: analyze the table again.`);
    return this.#adopt(openPanel(RANK_VIEW, safe`Suffering layers`), kept.run.asked, kept.run);
  }

  /** Forgets what is known of a table that was measured. */
  async forget(table: vscode.Uri): Promise<void> {
    await forgetRun(table, this.#shared);
    [...this.#all].find((panel) => panel.table.toString() === table.toString())?.panel.dispose();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const key = isObject(state) ? state['key'] : null;
    const run = isText(key) && /^[0-9a-f]+$/.test(key) ? await this.#shared.runs.load(key) : null;
    if (run) this.#adopt(panel, run.asked, run);
    else panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, asked: RunAsked, run: KeptRun | null): RankPanel {
    const rank = new RankPanel(panel, asked, run, this.#shared, this.#askInputs);
    this.#all.add(rank);
    panel.onDidDispose(() => this.#all.delete(rank));
    return rank;
  }
}
