import type { AssignProblemMessage, Assignment, FromReviewView, ReviewMessage } from '../../src/protocol/review.js';
import { copyMessage } from '../shared/session/copyRows.js';
import { button } from '../shared/controls.js';
import { el } from '../shared/dom.js';
import { Grid, type GridEvents } from '../shared/grid/grid.js';
import { toEntries } from '../shared/grid/selectedEntries.js';
import type { Selection } from '../shared/grid/selection.js';
import { nextSort } from '../shared/grid/sort.js';
import { columnsOf } from './columns.js';
import { Dropped } from './parts/dropped.js';
import { FixBar } from './parts/fixBar.js';
import { Footer } from './parts/footer.js';
import { modelOf, type ReviewModel } from './model.js';
import { reselect, type Picked } from './reselect.js';
import { orderOf, shownRows } from './rows.js';
import { Summary } from './parts/summary.js';
import { Toolbar } from './parts/toolbar.js';
import type { ViewState } from './viewState.js';

export interface PageHost {
  readonly post: (message: FromReviewView) => void;
  readonly save: (state: ViewState) => void;
}

/** The page of a plan: composes its parts, and decides which rows they show. */
export class ReviewPage {
  readonly #summary = new Summary();
  readonly #toolbar: Toolbar;
  readonly #grid = new Grid('Entries of the new file', this.#gridEvents());
  readonly #fixBar = new FixBar({
    onAssign: (assignment) => this.#assign(assignment),
    onLeave: () => this.#grid.focus(),
  });
  readonly #dropped: Dropped;
  readonly #footer: Footer;
  readonly element: HTMLElement;
  #model: ReviewModel | null = null;
  #order: Uint32Array = new Uint32Array();
  #picked: Picked | null;
  readonly #host: PageHost;
  #state: ViewState;

  constructor(host: PageHost, state: ViewState) {
    this.#host = host;
    this.#state = state;

    const { selection } = state;
    this.#picked = selection && {
      entries: Uint32Array.of(selection.active),
      active: selection.active,
      column: selection.column,
    };
    this.#toolbar = new Toolbar(state, {
      onChange: (part) => this.#change(part),
      onCopy: () => this.copy(),
      onLeave: () => this.#grid.focus(),
    });
    this.#dropped = new Dropped(host.post);
    this.#footer = new Footer(host.post);
    this.element = el(
      'main',
      { class: 'review-page' },
      this.#summary.element,
      this.#toolbar.element,
      this.#grid.element,
      this.#dropped.element,
      this.#fixBar.element,
      this.#footer.element,
    );
  }

  /** Shows a plan; after a change by hand, all that is on screen stays where it is. */
  show(message: ReviewMessage): void {
    const { top } = this.#state;
    const { selection } = this.#grid;
    this.#model = modelOf(message);
    for (const part of [this.#summary, this.#toolbar, this.#fixBar, this.#footer]) part.update(this.#model);
    this.#dropped.update(message);
    this.#grid.setColumns(columnsOf(this.#model), this.#state.sort, false);
    this.#order = orderOf(this.#model, this.#state.sort);
    // A mended row may no longer be one of those shown: the next one takes its place.
    this.#showRows(selection && { ...selection, anchor: selection.active, others: new Set() });
    this.#grid.scrollTo(top);
  }

  showProblem({ row, problem }: AssignProblemMessage): void {
    this.#fixBar.showProblem(`${this.#model?.message.names[row] ?? `Row ${row + 1}`}: ${problem}`);
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
  }

  #gridEvents(): GridEvents {
    return {
      onSort: (column) => this.#change({ sort: nextSort(this.#state.sort, column) }),
      onSelect: () => this.#onSelect(),
      onScroll: () => this.#save({ top: this.#grid.top }),
      onAction: (action) => {
        if (action.kind === 'edit') this.#fixBar.focus(action.typed);
        else if (action.kind === 'delete') this.#assign({ kind: 'nothing' });
        else if (action.kind === 'copy') this.copy();
      },
    };
  }

  #assign(assignment: Assignment): void {
    const rows = [...this.#grid.selectedEntries];
    this.#fixBar.showProblem(null);
    if (rows.length > 0) this.#host.post({ type: 'assign', rows, assignment });
  }

  #change(part: Partial<ViewState>): void {
    this.#save(part);
    if (!this.#model) return;
    if (part.sort !== undefined) {
      this.#order = orderOf(this.#model, this.#state.sort);
      this.#grid.setSort(this.#state.sort);
    }
    this.#showRows(null);
    // Who sorts wants to see the extremes.
    if (part.sort !== undefined) this.#grid.scrollTo(0);
    else this.#grid.scrollToActive();
  }

  /** @param otherwise what is selected when none of the selected entries is shown any more */
  #showRows(otherwise: Selection | null): void {
    if (!this.#model) return;
    const { rows, problem } = shownRows(this.#model, this.#order, this.#state);
    this.#grid.setRows(rows, (this.#picked && reselect(this.#picked, rows)) ?? otherwise);
    this.#grid.setEmpty(rows.length === 0 ? this.#nothing() : null);
    this.#toolbar.show(this.#state, rows.length, this.#order.length, problem);
  }

  #nothing(): HTMLElement {
    const { filter, shown } = this.#state;
    const isGood = filter.text === '' && (shown === 'missing' || shown === 'warnings');
    return el(
      'div',
      { id: 'no-match', class: 'no-match' },
      el(
        'span',
        {},
        isGood ? `No row is ${shown === 'missing' ? 'missing' : 'in doubt or missing'}.` : 'No row passes the filter.',
      ),
      button({ id: 'show-all-rows', label: 'Show All', look: 'secondary', onClick: () => this.#showAll() }),
    );
  }

  #showAll(): void {
    this.#toolbar.clearFilter();
    this.#change({ shown: 'all' });
  }

  #onSelect(): void {
    const { selection, rows, selectedEntries } = this.#grid;
    const picked = toEntries(selection, rows);
    if (picked) {
      this.#picked = { entries: selectedEntries.slice(), active: picked.active, column: picked.column };
      this.#save({ selection: picked });
    }
    if (this.#model) this.#fixBar.select(this.#model, selectedEntries);
  }

  #save(part: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...part };
    this.#host.save(this.#state);
  }
}
