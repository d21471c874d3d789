import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { isObject, isText } from '../../protocol/common.js';
import { openPanel } from '../ui/panels.js';
import type { ModelServices } from './modelServices.js';
import { OutputsPanel, type Dumps } from './outputsPanel.js';

/** The view type of dumps. */
export const OUTPUTS_VIEW = 'calibrationTables.outputs';

/** Comparisons of dumps; they come back when VS Code starts again: a view keeps the URIs. */
export class OutputsPanels implements vscode.WebviewPanelSerializer {
  readonly #shared: ModelServices;

  constructor(shared: ModelServices) {
    this.#shared = shared;
  }

  show(dumps: Dumps): void {
    new OutputsPanel(openPanel(OUTPUTS_VIEW, safe`Outputs`), dumps, this.#shared);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const files = isObject(state) ? state['files'] : null;
    const [first, second] = isObject(files) ? [urisIn(files['first']), urisIn(files['second'])] : [[], []];
    if (first.length > 0 && second.length > 0) new OutputsPanel(panel, { first, second }, this.#shared);
    else panel.dispose();
  }
}

function urisIn(texts: unknown): vscode.Uri[] {
  return Array.isArray(texts) ? texts.filter(isText).map((text) => vscode.Uri.parse(text)) : [];
}
