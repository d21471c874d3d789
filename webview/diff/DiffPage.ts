import type { DiffMessage, FromDiffView } from '../../src/protocol.js';
import { copyMessage } from '../shared/copyRows.js';
import { button } from '../shared/controls.js';
import { el } from '../shared/dom.js';
import { Grid } from '../shared/grid/Grid.js';
import { toEntries, toRows } from '../shared/grid/selectedEntries.js';
import { nextSort } from '../shared/sort.js';
import { columnsOf } from './columns.js';
import { modelOf, type DiffModel } from './model.js';
import { orderOf, shownRows } from './rows.js';
import { Summary } from './Summary.js';
import { Toolbar } from './Toolbar.js';
import type { ViewState } from './viewState.js';

export interface PageHost {
  readonly post: (message: FromDiffView) => void;
  readonly save: (state: ViewState) => void;
}

/** The page of a comparison. */
export class DiffPage {
  readonly #summary = new Summary();
  readonly #toolbar: Toolbar;
  readonly #grid: Grid;
  readonly element: HTMLElement;
  #model: DiffModel | null = null;
  #order: Uint32Array = new Uint32Array();

  constructor(private readonly host: PageHost, private state: ViewState) {
    this.#toolbar = new Toolbar(state, { onChange: (part) => this.#change(part), onAction: (action) => host.post({ type: 'action', action }), onCopy: () => this.copy(), onLeave: () => this.#grid.focus() });
    this.#grid = new Grid('Comparison', {
      onSort: (column) => this.#change({ sort: nextSort(this.state.sort, column) }),
      onSelect: () => this.#onSelect(),
      onScroll: () => this.#save({ top: this.#grid.top }),
      onAction: ({ kind }) => { if (kind === 'copy') this.copy(); },
    });
    this.element = el('main', { class: 'diff-page' }, this.#summary.element, this.#toolbar.element, this.#grid.element);
  }

  /** Shows a comparison; a later one (the sides swapped, a file saved) keeps what is shown of it. */
  show(message: DiffMessage): void {
    const { top } = this.state;
    this.#model = modelOf(message);
    this.#summary.update(message);
    this.#toolbar.update(this.#model);
    this.#grid.setColumns(columnsOf(this.#model), this.state.sort, false);
    this.#order = orderOf(this.#model, this.state.sort);
    this.#showRows();
    this.#grid.scrollTo(top);
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
    this.host.post(copyMessage(columns, selectedEntries.length > 0 ? selectedEntries : rows));
  }

  restyle(): void {
    this.#grid.restyle();
  }

  #change(part: Partial<ViewState>): void {
    this.#save(part);
    if (!this.#model) return;
    if (part.sort !== undefined) {
      this.#order = orderOf(this.#model, this.state.sort);
      this.#grid.setSort(this.state.sort);
    }
    this.#showRows();
    // Who sorts wants to see the extremes.
    if (part.sort !== undefined) this.#grid.scrollTo(0);
    else this.#grid.scrollToActive();
  }

  #showRows(): void {
    if (!this.#model) return;
    const { rows, problem } = shownRows(this.#model, this.#order, this.state);
    const { selection } = this.state;
    this.#grid.setRows(rows, toRows(selection && { ...selection, anchor: selection.active }, rows));
    this.#grid.setEmpty(rows.length === 0 ? this.#nothing() : null);
    this.#toolbar.show(this.state, rows.length, this.#order.length, problem);
  }

  #nothing(): HTMLElement {
    const isEqual = this.#model?.statuses.every((status) => status === 'same') ?? false;
    return el('div', { id: 'no-match', class: 'no-match' }, el('span', {}, isEqual && this.state.filter.text === '' ? 'The two tables are the same.' : 'No entry passes the filter.'),
      button({ id: 'show-all', label: 'Show All', look: 'secondary', onClick: () => this.#showAll() }));
  }

  #showAll(): void {
    this.#toolbar.clearFilter();
    this.#change({ hidden: [] });
  }

  #onSelect(): void {
    const selection = toEntries(this.#grid.selection, this.#grid.rows);
    if (selection) this.#save({ selection });
  }

  #save(part: Partial<ViewState>): void {
    this.state = { ...this.state, ...part };
    this.host.save(this.state);
  }
}
