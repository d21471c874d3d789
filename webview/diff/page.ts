import type { DiffCommandMessage, DiffMessage, FromDiffView } from '../../src/protocol/diff.js';
import { copyMessage } from '../shared/session/copyRows.js';
import { el } from '../shared/dom.js';
import { Grid } from '../shared/grid/grid.js';
import { toEntries, toRows } from '../shared/grid/selectedEntries.js';
import { nextSort } from '../shared/grid/sort.js';
import { ChartsPanel } from './parts/chartsPanel.js';
import { columnsOf } from './columns.js';
import { Details } from './parts/details.js';
import { modelOf, sameRow, type DiffModel } from './model.js';
import { nothingShown } from './parts/nothingShown.js';
import { changeFrom, orderOf, shownRows } from './rows.js';
import { Summary, type Directions } from './parts/summary.js';
import { countTags, has, TAGS, tagsOf } from './parts/tags.js';
import { Toolbar } from './parts/toolbar.js';
import type { ViewState } from './viewState.js';

export interface PageHost {
  readonly post: (message: FromDiffView) => void;
  readonly save: (state: ViewState) => void;
}

const NAME_COLUMN = 1;
/** Changes of the state that mean other rows, and of those the ones that mean another order or other tags. */
const ROW_CHANGES: readonly (keyof ViewState)[] = ['sort', 'filter', 'shown', 'threshold', 'span'];

/** The page of a comparison. */
export class DiffPage {
  readonly #summary: Summary;
  readonly #toolbar: Toolbar;
  readonly #charts: ChartsPanel;
  readonly #grid: Grid;
  readonly #details = new Details();
  readonly #said = el('div', { id: 'said', class: 'visually-hidden', role: 'status' });
  readonly element: HTMLElement;
  #model: DiffModel | null = null;
  #tags: Uint8Array = new Uint8Array();
  #order: Uint32Array = new Uint32Array();
  readonly #host: PageHost;
  #state: ViewState;

  constructor(host: PageHost, state: ViewState) {
    this.#host = host;
    this.#state = state;

    this.#summary = new Summary({
      onOpen: (side) => host.post({ type: 'action', action: side === 'old' ? 'openOld' : 'openNew' }),
      onRow: (row) => this.#reveal(row),
    });
    this.#toolbar = new Toolbar(state, {
      onChange: (part) => this.#change(part),
      onAction: (action) => host.post({ type: 'action', action }),
      onExport: () => this.#export(),
      onCopy: () => this.copy(),
      onLeave: () => this.#grid.focus(),
    });
    this.#charts = new ChartsPanel({
      onRows: (rows) => this.#revealNext(rows),
      onSpan: (span) => this.#change({ span }),
    });
    this.#grid = new Grid('Comparison', {
      onSort: (column) => this.#change({ sort: nextSort(this.#state.sort, column) }),
      onSelect: () => this.#onSelect(),
      onScroll: () => this.#save({ top: this.#grid.top }),
      onAction: ({ kind }) => {
        if (kind === 'copy') this.copy();
      },
    });
    this.element = el(
      'main',
      { class: 'diff-page' },
      this.#summary.element,
      this.#charts.element,
      this.#toolbar.element,
      this.#grid.element,
      this.#details.element,
      this.#said,
    );
  }

  /** Shows a comparison; a later one (the sides swapped, a file saved) keeps what is shown of it. */
  show(message: DiffMessage): void {
    const { top, selection } = this.#state;
    const before = this.#model;
    const model = modelOf(message);
    const active = before && selection ? sameRow(before, selection.active, model) : (selection?.active ?? null);
    this.#save({
      files: [message.old.uri, message.new.uri],
      selection: selection && active !== null ? { ...selection, anchor: active, active } : null,
    });
    this.#model = model;
    this.#summary.update(message);
    this.#retag(model);
    this.#showRows();
    this.#grid.scrollTo(top);
  }

  run(command: DiffCommandMessage['command']): void {
    if (command === 'export') this.#export();
    else this.#go(command === 'next' ? 1 : -1);
  }

  focus(): void {
    this.#grid.focus();
  }

  focusFilter(): void {
    this.#toolbar.focusFilter();
  }

  /** Copies the selected rows, or all that are shown when none is. */
  copy(): void {
    const { selectedEntries, rows, columns } = this.#grid;
    this.#host.post(copyMessage(columns, selectedEntries.length > 0 ? selectedEntries : rows));
  }

  restyle(): void {
    this.#grid.restyle();
    this.#drawCharts();
  }

  #change(part: Partial<ViewState>): void {
    this.#save(part);
    if (!this.#model) return;
    if (part.threshold !== undefined || part.unit !== undefined) this.#retag(this.#model);
    if (part.sort !== undefined) {
      this.#order = orderOf(this.#model, this.#tags, this.#state.sort);
      this.#grid.setSort(this.#state.sort);
    }
    this.#showRows();
    if (ROW_CHANGES.some((key) => key in part)) this.#grid.scrollToActive();
  }

  /** What depends on the threshold, on the unit, or on the comparison itself. */
  #retag(model: DiffModel): void {
    this.#tags = tagsOf(model, this.#state.threshold);
    this.#grid.setColumns(columnsOf(model, this.#tags, this.#state.unit), this.#state.sort, false);
    this.#order = orderOf(model, this.#tags, this.#state.sort);
    this.#toolbar.update(countTags(this.#tags));
    this.#summary.updateSizes(model.message, directions(model, this.#tags));
  }

  #showRows(): void {
    if (!this.#model) return;
    const { rows, problem } = shownRows(this.#model, this.#tags, this.#order, this.#state);
    const { selection } = this.#state;
    this.#grid.setRows(rows, toRows(selection && { ...selection, anchor: selection.active }, rows));
    this.#grid.setEmpty(rows.length === 0 ? nothingShown(this.#tags, this.#state, () => this.#showAll()) : null);
    this.#toolbar.show(this.#state, rows.length, this.#order.length, problem);
    this.#drawCharts();
  }

  #drawCharts(): void {
    const { rows, activeEntry } = this.#grid;
    if (this.#model)
      this.#charts.draw({ model: this.#model, tags: this.#tags, rows, active: activeEntry }, this.#state);
  }

  #showAll(): void {
    this.#toolbar.clearFilter();
    this.#change({ shown: TAGS, span: null });
  }

  #export(): void {
    this.#host.post({ type: 'export', threshold: this.#state.threshold });
  }

  #go(step: 1 | -1): void {
    const { rows, selection, columns } = this.#grid;
    const row = changeFrom(rows, this.#tags, selection ? selection.active : null, step);
    this.#said.textContent = row === null ? 'No change among the rows that are shown.' : '';
    if (row === null || columns.length === 0) return;
    this.#grid.select({ anchor: row, active: row, column: selection?.column ?? NAME_COLUMN });
    this.#grid.focus();
  }

  /** Of several rows at one point, the one after that which is selected. */
  #revealNext(rows: readonly number[]): void {
    const at = rows.indexOf(this.#grid.activeEntry ?? -1);
    const row = rows[(at + 1) % rows.length];
    if (row !== undefined) this.#reveal(row);
  }

  /** Selects a row; what filters it out is taken back. */
  #reveal(row: number): void {
    if (!this.#grid.rows.includes(row)) this.#showAll();
    const at = this.#grid.rows.indexOf(row);
    if (at >= 0) this.#grid.select({ anchor: at, active: at, column: NAME_COLUMN });
  }

  #onSelect(): void {
    const selection = toEntries(this.#grid.selection, this.#grid.rows);
    if (selection) this.#save({ selection });
    if (!this.#model) return;
    this.#details.update(this.#model, this.#grid.activeEntry);
    this.#charts.mark(this.#grid.activeEntry);
  }

  #save(part: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...part };
    this.#host.save(this.#state);
  }
}

function directions({ log2Ratios }: DiffModel, tags: Uint8Array): Directions {
  let [grew, shrank] = [0, 0];
  log2Ratios.forEach((ratio, row) => {
    if (!has(tags[row], 'changed')) return;
    if (ratio > 0) grew++;
    else if (ratio < 0) shrank++;
  });
  return { grew, shrank };
}
