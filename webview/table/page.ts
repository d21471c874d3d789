import type { EditedMessage, FromTableView, HistoryMessage, TableMessage } from '../../src/protocol/table.js';
import { el } from '../shared/dom.js';
import { pressCounts } from '../shared/filter/countButton.js';
import { GridSession, type GridContent } from '../shared/session/gridSession.js';
import type { GridHost } from '../shared/session/gridHost.js';
import { Actions } from './parts/actions.js';
import { AddForm } from './parts/addForm.js';
import { Charts } from './parts/charts.js';
import { columnsOf } from './columns.js';
import { criteria } from './parts/criteria.js';
import type { ChangeRows, SendEdits } from './parts/edits.js';
import { Editing } from './parts/editing.js';
import { EmptyPage, noMatch } from './parts/emptyPage.js';
import { FileFindings } from './parts/fileFindings.js';
import { Kept } from './parts/kept.js';
import { carriedEdits, editsOf } from './editMarks.js';
import { flagsOf, groupTerm } from './flags.js';
import { modelOf, nameAt, type Around, type TableModel } from './model.js';
import { ReplaceForm } from './parts/replaceForm.js';
import { SidePanels } from './parts/sidePanels.js';
import { SelectionTeller } from './parts/selectionSummary.js';
import { Strip } from './parts/strip.js';
import { MethodForm } from './values/methodForm.js';
import { Toolbar } from './parts/toolbar.js';
import { LegendBar } from './values/legendBar.js';
import type { ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

export interface PageHost {
  readonly grids: GridHost;
  readonly post: (message: FromTableView) => void;
  readonly send: SendEdits;
  readonly changeRows: ChangeRows;
  readonly save: (state: ViewState) => void;
}

/** The page of one table: composes its parts, and decides which rows they show. */
export class TablePage {
  readonly #strip: Strip;
  readonly #fileFindings: FileFindings;
  readonly #toolbar: Toolbar;
  readonly #addForm: AddForm;
  readonly #charts: Charts;
  readonly #session: GridSession<ViewState>;
  readonly #editing: Editing;
  readonly #actions: Actions;
  readonly #replaceForm: ReplaceForm;
  readonly #methodForm: MethodForm;
  readonly #kept = new Kept();
  readonly #empty = new EmptyPage(() => this.#add());
  readonly #selection: SelectionTeller;
  readonly #sides: SidePanels;
  readonly #legend = new LegendBar((key, value) => this.#toggleTerm(key, value));
  readonly element: HTMLElement;
  /** An entry to select as soon as a table with it comes. */
  #awaited: number | null = null;
  #model: TableModel;

  /** @param model the first table; the page must be in the document before `begin` */
  constructor(model: TableModel, host: PageHost, state: ViewState) {
    this.#model = model;
    this.#selection = new SelectionTeller((summary) => host.post({ type: 'selection', ...summary }));
    this.#strip = new Strip(host.send, (key, value) => this.#toggleTerm(key, value));
    this.#fileFindings = new FileFindings(
      state.fileFindings.open,
      (open) => this.#session.save({ fileFindings: { open } }),
      (line) => host.post({ type: 'showLine', line }),
    );
    this.#toolbar = new Toolbar(state, {
      onChange: (part) => {
        if (part.histogram) this.#charts.insist(part.histogram.open);
        this.#session.change(this.#sides.fitting(part));
      },
      onAdd: () => this.#add(),
      onLeave: () => this.focus(),
      onCommand: (command) => host.post({ type: 'command', command }),
      complete: (...typed) => this.#session.complete(...typed),
    });
    this.#addForm = new AddForm(
      host.send,
      (index, name) => this.#selectAdded(index, name),
      () => this.focus(),
    );
    this.#charts = new Charts({
      onChange: (part) => this.#session.change(part),
      onEntry: (entry) => this.#session.reveal(entry),
      onCount: (key, value) => this.#toggleTerm(key, value),
      onSave: (file) => host.post({ type: 'saveChart', ...file }),
    });
    this.#session = new GridSession<ViewState>({
      label: t`Calibration table`,
      host: host.grids,
      state,
      save: host.save,
      tests: (now) => criteria(this.#model, now),
      nothing: () => (this.#model.table.names.length > 0 ? noMatch(() => this.#showAll()) : null),
      onShow: (now, { shown, all, problem }) => {
        this.#toolbar.show(this.#charts.roomy(now), shown, all, problem);
        pressCounts(this.element, now.filter.text);
      },
      onSelect: () => this.#onSelect(),
      onAction: (action) => this.#actions.run(action),
      clearFilter: () => this.#toolbar.clearFilter(),
      toggleTerm: (key, value) => this.#toggleTerm(key, value),
      context: { calibrationTable: true },
      rowKeys: ['filter', 'onlyFindings', 'span', 'stretch'],
    });
    this.#editing = new Editing(this.#session.grid, () => this.#model, host.send);
    const scope = {
      model: () => this.#model,
      entries: () => this.#scope(),
      onClose: () => this.focus(),
    };
    this.#replaceForm = new ReplaceForm(host.send, scope);
    this.#methodForm = new MethodForm(host.send, scope);
    this.#actions = new Actions({
      ...host,
      session: this.#session,
      model: () => this.#model,
      editing: this.#editing,
      openAddForm: () => this.#add(),
      openReplaceForm: () => this.#replaceForm.open(),
      openMethodForm: () => this.#methodForm.open(),
    });
    this.#sides = new SidePanels(this.#session.grid.element, state, {
      state: () => this.#session.state,
      onChange: (part) => this.#session.change(part),
      onRemember: (part) => this.#session.save(part),
      onEntry: (entry) => this.reveal(entry),
      onHistory: (entry) => host.post({ type: 'history', entry }),
      send: host.send,
      onSetAll: () => this.#methodForm.open(),
      onCount: (key, value) => this.#toggleTerm(key, value),
      onClosed: () => this.focus(),
    });
    this.element = el(
      'main',
      { class: 'table-page' },
      this.#strip.element,
      this.#fileFindings.element,
      this.#toolbar.element,
      this.#legend.element,
      this.#addForm.element,
      this.#replaceForm.element,
      this.#methodForm.element,
      ...this.#charts.elements,
      this.#empty.element,
      this.#sides.body,
      this.#kept.element,
      this.#sides.details,
    );
    const others = [
      this.#strip,
      this.#fileFindings,
      this.#toolbar,
      this.#legend,
      this.#addForm,
      this.#replaceForm,
      this.#methodForm,
    ];
    this.#charts.makeRoom(this.element, [...others.map(({ element }) => element), ...this.#sides.elements]);
  }

  /** Shows the first table as the view was left. */
  begin(): void {
    const { top } = this.#session.state;
    this.#show();
    this.#session.scrollBack(top);
  }

  /** Shows the table after a change: scroll position, selection and an open editor stay. */
  update(message: TableMessage, carry: (entry: number) => number): void {
    const before = this.#model;
    const edits = carriedEdits(before.edits, carry, message.names.length);
    this.#model = modelOf(message, { ...before, edits });
    const { afterDeletion } = this.#actions;
    if (afterDeletion === null) this.#show(carry);
    else {
      this.#session.pickNext(afterDeletion);
      this.#show();
    }
    this.#actions.afterDeletion = null;
    const { entry } = this.#editing;
    if (entry !== null) this.#editing.follow(carry, nameAt(before, entry) === nameAt(this.#model, carry(entry)));
    if (this.#awaited !== null) this.reveal(this.#awaited);
    this.#awaited = null;
  }

  /** More is known of the entries: where they stand in the network, what their values look like. */
  setAround(around: Partial<Around>): void {
    this.#model = { ...this.#model, ...around };
    this.#show();
  }

  /** Who changed an entry last, for the inspector. */
  tellHistory(message: HistoryMessage): void {
    this.#sides.tellHistory(message);
  }

  /** These entries are edited since the last save; a mark changes no order. */
  setEdits(marks: EditedMessage): void {
    const { message, table } = this.#model;
    if (marks.revision !== message.revision) return;
    this.#model = { ...this.#model, edits: editsOf(marks, table.names.length) };
    this.#strip.update(this.#model);
    this.#session.mark(this.#content());
  }

  get message(): TableMessage {
    return this.#model.message;
  }

  /** Scrolls to an entry and selects it; a filter that hides it gives way. */
  reveal(entry: number): void {
    if (!this.#session.grid.rows.includes(entry)) this.#showAll();
    if (this.#session.reveal(entry)) this.focus();
  }

  focus(): void {
    this.#session.grid.focus();
  }

  focusFilter(): void {
    this.#toolbar.focusFilter();
  }

  copy(): void {
    this.#actions.copy();
  }

  cut(): void {
    this.#actions.cut();
  }

  paste(text: string): void {
    this.#actions.paste(text);
  }

  restyle(): void {
    this.#session.grid.restyle();
    this.#charts.restyle();
    this.#showActive();
  }

  /** Where names are replaced: in the selected entries, or in all that are shown where no more than one is. */
  #scope(): { entries: Uint32Array; words: string } {
    const { selectedEntries, rows } = this.#session.grid;
    return selectedEntries.length > 1
      ? { entries: selectedEntries, words: t`the selected entries` }
      : { entries: rows, words: t`all entries in sight` };
  }

  #show(carry?: (entry: number) => number): void {
    const model = this.#model;
    this.element.classList.toggle('is-empty', model.table.names.length === 0);
    this.element.classList.toggle('has-findings', model.findingsOf.size > 0);
    this.element.classList.toggle('has-file-findings', model.fileFindings.length > 0);
    this.element.classList.toggle('is-read-only', model.message.readOnly);
    for (const part of [
      this.#strip,
      this.#fileFindings,
      this.#toolbar,
      this.#legend,
      this.#addForm,
      this.#kept,
      this.#empty,
    ])
      part.update(model);
    this.#session.show(this.#content(), carry);
  }

  #content(): GridContent {
    const model = this.#model;
    return {
      columns: columnsOf(model),
      count: model.table.names.length,
      editable: !model.message.readOnly,
      flags: flagsOf(model),
      terms: [groupTerm(model)],
    };
  }

  /** A count was clicked. What is found about no entry stands in a list of its own. */
  #toggleTerm(key: string, value: string): void {
    if (key === '') return this.#showAll();
    this.#toolbar.toggleTerm(key, value);
    if (key === 'finding' && this.#session.grid.rows.length === 0) this.#fileFindings.open();
  }

  #showAll(): void {
    this.#session.showAll({ onlyFindings: false, span: null, stretch: null });
  }

  #onSelect(): void {
    this.#replaceForm.update();
    this.#methodForm.update();
    this.#showActive();
  }

  #showActive(): void {
    const { grid, state } = this.#session;
    const selected = grid.selectedEntries;
    this.#selection.update(this.#model, selected);
    this.#sides.update(this.#model, state, grid.activeEntry, selected);
    this.#charts.update(this.#model, state, grid.activeEntry, grid.rows);
  }

  #selectAdded(index: number, name: string): void {
    if (nameAt(this.#model, index) === name) this.reveal(index);
    else this.#awaited = index;
  }

  #add(): void {
    this.#addForm.open(this.#session.grid.activeEntry);
  }
}
