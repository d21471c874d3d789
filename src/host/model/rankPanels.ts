import type * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { openPanel } from '../ui/panels.js';
import { isObject, isText } from '../../protocol/common.js';
import type { ModelServices } from './modelServices.js';
import { RankPanel } from './rankPanel.js';
import type { RunAsked } from './runAsked.js';
import type { KeptRun } from './runStore.js';

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
    if (!open) return this.#adopt(openPanel(RANK_VIEW, safe`Suffering layers`), asked, null);
    open.panel.reveal();
    const problem = await open.measure(asked);
    if (problem) throw new Error(problem);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const key = isObject(state) ? state['key'] : null;
    const run = isText(key) && /^[0-9a-f]+$/.test(key) ? await this.#shared.runs.load(key) : null;
    if (run) this.#adopt(panel, run.asked, run);
    else panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, asked: RunAsked, run: KeptRun | null): void {
    const rank = new RankPanel(panel, asked, run, this.#shared, this.#askInputs);
    this.#all.add(rank);
    panel.onDidDispose(() => this.#all.delete(rank));
  }
}
