import type { FromTableView, TableMessage } from '../../src/protocol/table.js';
import { carryOver } from '../shared/session/carry.js';
import { copyMessage } from '../shared/session/copyRows.js';
import { el } from '../shared/dom.js';
import { Grid, type GridEvents } from '../shared/grid/grid.js';
import { carried, toEntries, toRows, type EntrySelection } from '../shared/grid/selectedEntries.js';
import { nextSort } from '../shared/grid/sort.js';
import { AddForm } from './parts/addForm.js';
import { columnsOf } from './columns.js';
import { Details } from './parts/details.js';
import { deletion } from './parts/deletion.js';
import type { SendEdit, SendEdits } from './parts/edits.js';
import { Editing } from './parts/editing.js';
import { emptyPage, noMatch } from './parts/emptyPage.js';
import { FileFindings } from './parts/fileFindings.js';
import { HistogramPanel } from './parts/histogramPanel.js';
import { Kept } from './parts/kept.js';
import { modelOf, nameAt, type TableModel } from './model.js';
import { orderOf, shownRows } from './rows.js';
import { Strip } from './parts/strip.js';
import { Toolbar } from './parts/toolbar.js';
import type { ViewState } from './viewState.js';

export interface PageHost {
  readonly post: (message: FromTableView) => void;
  readonly send: SendEdit;
  readonly sendAll: SendEdits;
  readonly save: (state: ViewState) => void;
}

/** The page of one table: composes its parts, and decides which rows they show. */
export class TablePage {
  readonly #strip: Strip;
  readonly #fileFindings: FileFindings;
  readonly #toolbar: Toolbar;
  readonly #addForm: AddForm;
  readonly #histogram: HistogramPanel;
  readonly #grid = new Grid('Calibration table', this.#gridEvents());
  readonly #editing: Editing;
  readonly #kept = new Kept();
  readonly #details = new Details();
  readonly #message = el('div', { id: 'grid-message', class: 'grid-message', role: 'alert' });
  readonly element: HTMLElement;
  #order: Uint32Array = new Uint32Array();
  /** An entry to select as soon as a table with it comes. */
  #awaited: number | null = null;
  /** What to select when the selected entries are gone. */
  #afterDeletion: EntrySelection | null = null;
  #model: TableModel;
  readonly #host: PageHost;
  #state: ViewState;

  /** @param model the first table; the page must be in the document before `begin` */
  constructor(model: TableModel, host: PageHost, state: ViewState) {
    this.#model = model;
    this.#host = host;
    this.#state = state;

    this.#strip = new Strip(host.send);
    this.#fileFindings = new FileFindings(state.fileFindings.open, (open) => this.#save({ fileFindings: { open } }));
    this.#toolbar = new Toolbar(state, {
      onChange: (part) => this.#change(part),
      onAdd: () => this.#add(),
      onLeave: () => this.#grid.focus(),
      onCommand: (command) => host.post({ type: 'command', command }),
    });
    this.#addForm = new AddForm(
      host.send,
      (index, name) => this.#selectAdded(index, name),
      () => this.#grid.focus(),
    );
    this.#histogram = new HistogramPanel({
      onSpan: (span) => this.#change({ span }),
      onSpacing: (spacing) => this.#change({ histogram: { open: true, spacing } }),
    });
    this.#editing = new Editing(this.#grid, () => this.#model, host.send);
    this.element = el(
      'main',
      { class: 'table-page' },
      this.#strip.element,
      this.#fileFindings.element,
      this.#toolbar.element,
      this.#addForm.element,
      this.#message,
      this.#histogram.element,
      emptyPage(() => this.#add()),
      this.#grid.element,
      this.#kept.element,
      this.#details.element,
    );
  }

  /** Shows the first table as the view was left. */
  begin(): void {
    const { top, selection } = this.#state;
    this.#show(selection);
    this.#grid.scrollTo(top);
  }

  /** Shows the table after a change: scroll position, selection and an open editor stay. */
  update(message: TableMessage): void {
    const before = this.#model;
    this.#model = modelOf(message);
    const carry = carryOver(before.table.names, message.names);
    this.#show(this.#afterDeletion ?? carried(this.#state.selection, carry));
    this.#afterDeletion = null;
    const { entry } = this.#editing;
    if (entry !== null) this.#editing.follow(carry, nameAt(before, entry) === nameAt(this.#model, carry(entry)));
    if (this.#awaited !== null) this.reveal(this.#awaited);
    this.#awaited = null;
  }

  /** Scrolls to an entry and selects it; a filter that hides it gives way. */
  reveal(entry: number): void {
    if (!this.#grid.rows.includes(entry)) this.#showAll();
    const row = this.#grid.rows.indexOf(entry);
    if (row === -1) return;
    this.#grid.select({ anchor: row, active: row, column: this.#grid.selection?.column ?? 1 });
    this.#grid.focus();
  }

  focus(): void {
    this.#grid.focus();
  }

  focusFilter(): void {
    this.#toolbar.focusFilter();
  }

  copy(): void {
    const entries = this.#grid.selectedEntries;
    if (entries.length > 0) this.#host.post(copyMessage(this.#grid.columns, entries));
  }

  restyle(): void {
    this.#grid.restyle();
    this.#histogram.restyle();
    this.#showActive();
  }

  #gridEvents(): GridEvents {
    return {
      onSort: (column) => this.#change({ sort: nextSort(this.#state.sort, column) }),
      onSelect: () => this.#onSelect(),
      onScroll: () => this.#save({ top: this.#grid.top }),
      onAction: (action) => {
        if (action.kind !== 'copy' && this.#model.message.readOnly)
          this.#message.textContent = this.#model.message.readOnlyReason;
        else if (action.kind === 'edit') this.#editing.start(action.typed);
        else if (action.kind === 'delete') void this.#delete();
        else if (action.kind === 'insert') this.#add();
        else this.copy();
      },
    };
  }

  #show(selection: EntrySelection | null): void {
    const model = this.#model;
    this.element.classList.toggle('is-empty', model.table.names.length === 0);
    this.element.classList.toggle('has-findings', model.findingsOf.size > 0);
    this.element.classList.toggle('has-file-findings', model.fileFindings.length > 0);
    this.element.classList.toggle('is-read-only', model.message.readOnly);
    for (const part of [this.#strip, this.#fileFindings, this.#toolbar, this.#addForm, this.#kept]) part.update(model);
    this.#grid.setColumns(columnsOf(model), this.#state.sort, !model.message.readOnly);
    this.#order = orderOf(model, this.#state.sort);
    this.#showRows(selection);
  }

  #showRows(selection: EntrySelection | null): void {
    const { rows, problem } = shownRows(this.#model, this.#order, this.#state);
    this.#grid.setRows(rows, toRows(selection, rows));
    this.#grid.setEmpty(rows.length === 0 && this.#order.length > 0 ? noMatch(() => this.#showAll()) : null);
    this.#toolbar.show(this.#state, rows.length, this.#order.length, problem);
  }

  #change(part: Partial<ViewState>): void {
    this.#save(part);
    if (part.sort !== undefined) {
      this.#order = orderOf(this.#model, this.#state.sort);
      this.#grid.setSort(this.#state.sort);
    }
    // A run of rows means other entries now: only the active one stays selected.
    const { selection } = this.#state;
    this.#showRows(selection && { ...selection, anchor: selection.active });
    // Who sorts wants to see the extremes; who filters may look for the neighbours of what is selected.
    if (part.sort !== undefined) this.#grid.scrollTo(0);
    else if (!part.histogram) this.#grid.scrollToActive();
  }

  #showAll(): void {
    this.#toolbar.clearFilter();
    this.#change({ onlyFindings: false, span: null });
  }

  #onSelect(): void {
    const selection = toEntries(this.#grid.selection, this.#grid.rows);
    if (selection) this.#save({ selection });
    this.#message.textContent = '';
    this.#showActive();
  }

  #showActive(): void {
    this.#details.update(this.#model, this.#grid.activeEntry);
    this.#histogram.update(this.#model, this.#state, this.#grid.activeEntry);
  }

  #selectAdded(index: number, name: string): void {
    if (nameAt(this.#model, index) === name) this.reveal(index);
    else this.#awaited = index;
  }

  #add(): void {
    this.#addForm.open(this.#grid.activeEntry);
  }

  async #delete(): Promise<void> {
    const { rows, selectedEntries, selection } = this.#grid;
    const { edits, next } = deletion(rows, selectedEntries);
    const [first, ...others] = edits;
    if (!first || !selection) return;
    this.#afterDeletion = next === null ? null : { anchor: next, active: next, column: selection.column };
    const problem = await (others.length === 0 ? this.#host.send(first) : this.#host.sendAll(edits));
    this.#afterDeletion = null;
    if (problem !== null) this.#message.textContent = problem;
  }

  #save(part: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...part };
    this.#host.save(this.#state);
  }
}
