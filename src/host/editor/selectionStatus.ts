import * as vscode from 'vscode';
import { grouped } from '../../core/render/counts.js';
import { viewText } from '../../core/render/grid.js';
import { safe, safeText } from '../../core/render/safe.js';
import type { SelectionSummary } from '../../protocol/table.js';
import { StatusItem, type StatusText } from '../ui/statusItem.js';
import { t } from '../../core/texts/translate.js';

/** The selection of a table in the status bar, as a spreadsheet has it: there while its view is the active one. */
export class SelectionStatus implements vscode.Disposable {
  readonly #item = new StatusItem('selection', safe`Selection of Calibration Table`);
  readonly #panel: vscode.WebviewPanel;
  readonly #subscription: vscode.Disposable;
  #summary: SelectionSummary | null = null;

  constructor(panel: vscode.WebviewPanel) {
    this.#panel = panel;
    this.#subscription = panel.onDidChangeViewState(() => this.#show());
  }

  /** Another selection; a single entry needs no summary. */
  set(summary: SelectionSummary): void {
    this.#summary = summary.count > 1 ? summary : null;
    this.#show();
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, this.#subscription).dispose();
  }

  #show(): void {
    this.#item.show(this.#panel.active && this.#summary ? textOf(this.#summary) : null);
  }
}

/** `12 selected: ± 0.52 to 9.1, median 3.2`. */
function textOf({ count, smallest, median, largest }: SelectionSummary): StatusText {
  const hint = safe`Dynamic ranges of the selected entries: smallest to largest of those that are finite and above 0, and their median`;
  if (smallest === null || median === null || largest === null)
    return { text: safeText(t`${grouped(count)} selected`), hint };
  return {
    text: safeText(t`${grouped(count)} selected: ± ${short(smallest)} to ${short(largest)}, median ${short(median)}`),
    hint,
  };
}

const DIGITS = 4;

function short(range: number): string {
  return viewText(Number(range.toPrecision(DIGITS)));
}
