import type { CopyMessage, GridLayout } from '../../../src/protocol/common.js';
import { completions, type Completions } from '../filter/complete.js';
import type { Choice, Term } from '../filter/term.js';
import { termsOf, type Column } from '../grid/column.js';
import { Grid, type GridEvents } from '../grid/grid.js';
import { carried, inColumns, pick, reselect, type Picked } from '../grid/selectedEntries.js';
import type { Selection } from '../grid/selection.js';
import { nextSort } from '../grid/sort.js';
import { GridCommands } from './gridCommands.js';
import { copyMessage, type CopyStyle } from './copyRows.js';
import type { GridHost } from './gridHost.js';
import type { GridState } from './gridState.js';
import { orderOf, shownRows, type Test } from './shownRows.js';
import { t } from '../../../src/core/texts/translate.js';

/** What a grid shows. */
export interface GridContent {
  readonly columns: readonly Column[];
  /** How many entries there are. */
  readonly count: number;
  readonly editable: boolean;
  /** What an entry can be, for the filter box: `is:zero`. */
  readonly flags?: readonly Choice[];
  /** What can be asked besides its columns and flags. */
  readonly terms?: readonly Term[];
}

/** How many rows are shown of all, and what is wrong with the filter. */
export interface ShownCount {
  readonly shown: number;
  readonly all: number;
  readonly problem: string | null;
}

export interface GridSessionOptions<S extends GridState> {
  readonly label: string;
  readonly state: S;
  readonly save: (state: S) => void;
  /** What entries must pass besides the filter box, as the state has it. */
  readonly tests: (state: S) => readonly Test[];
  /** What stands in place of rows when none is shown. */
  readonly nothing: (state: S) => HTMLElement | null;
  /** Other rows are shown, or the state has changed. */
  readonly onShow: (state: S, count: ShownCount) => void;
  readonly host: GridHost;
  /** What menus over the grid depend on, beside what every grid tells. */
  readonly context?: Readonly<Record<string, boolean>>;
  readonly onSelect: () => void;
  readonly onAction: GridEvents['onAction'];
  /** Puts the filter box back to nothing; it then reports the change itself. */
  readonly clearFilter: () => void;
  /** Asks the filter box for a value of a term, or no more. */
  readonly toggleTerm: (key: string, value: string) => void;
  /** Parts of the state that mean other rows, so that the active one has to be brought back into sight. */
  readonly rowKeys: readonly (keyof S)[];
}

/** What all grids do: show rows by filter and order, keep the selection through every change, and remember how they were left. */
export class GridSession<S extends GridState> {
  readonly grid: Grid;
  readonly #options: GridSessionOptions<S>;
  #content: GridContent = { columns: [], count: 0, editable: false };
  #terms: readonly Term[] = [];
  #order: Uint32Array = new Uint32Array();
  #state: S;
  /** What stays selected although it may not be in sight. */
  #picked: Picked | null;

  constructor(options: GridSessionOptions<S>) {
    this.#options = options;
    this.#state = options.state;
    const { selection } = options.state;
    this.#picked = selection && pick(selection);
    const commands = new GridCommands(this, options);
    options.host.onCommand = (command, text) => commands.run(command, text);
    this.grid = new Grid(options.label, options.context ?? {}, {
      onSort: (column) => this.#sortBy(column),
      onLayout: (layout) => {
        this.arrange(layout);
      },
      onSelect: () => this.#onSelect(),
      onScroll: () => this.save({ top: this.grid.top } as Partial<S>),
      onAction: options.onAction,
      onDrop: () => {
        this.#picked = null;
        this.save({ selection: null } as Partial<S>);
      },
    });
  }

  /** Shows the columns as the user has arranged them, from now on. */
  arrange(layout: GridLayout): void {
    this.#options.host.keep(layout);
    this.#showColumns();
    this.refresh();
  }

  get state(): S {
    return this.#state;
  }

  /** Shows other content. The entries that stay selected are those of before, where `carry` says that they are now. */
  show(content: GridContent, carry?: (entry: number) => number, otherwise: Selection | null = null): void {
    this.#take(content);
    if (carry && this.#picked) this.#picked = carried(this.#picked, carry);
    this.#showColumns();
    this.#order = orderOf(content.columns, content.count, this.#state.sort);
    this.refresh(otherwise);
  }

  /** Shows the same content with other marks: nothing is ordered anew. */
  mark(content: GridContent): void {
    this.#take(content);
    this.#showColumns();
    this.refresh();
  }

  #take(content: GridContent): void {
    this.#content = content;
    this.#terms = [...flagTerms(content), ...termsOf(content.columns), ...(content.terms ?? [])];
  }

  /** The scroll position as it was left. */
  scrollBack(top = this.#state.top): void {
    this.grid.scrollTo(top);
  }

  /** Selects another entry, or none, as soon as rows are shown again. */
  pickNext(entry: number | null): void {
    const column = this.grid.selection?.column ?? 1;
    this.#picked = entry === null ? null : pick({ anchor: entry, active: entry, column });
  }

  /** Selects entries, of those that are shown, and scrolls to them. */
  select(entries: Uint32Array, active = entries.at(-1) ?? -1): void {
    const { selection, rows } = this.grid;
    const { column, fromColumn } = selection ?? { column: 1 };
    const next = reselect({ entries, active, column, ...(fromColumn !== undefined && { fromColumn }) }, rows);
    if (next) this.grid.select(next);
  }

  /** The user wants to see it otherwise. */
  change(part: Partial<S>): void {
    this.save(part);
    if (part.sort !== undefined) {
      this.#order = orderOf(this.#content.columns, this.#content.count, this.#state.sort);
      this.grid.setSort(this.#state.sort);
    }
    this.refresh();
    // Who sorts wants to see the extremes; who filters may look for the neighbours of what is selected.
    if (part.sort !== undefined) this.grid.scrollTo(0);
    else if (this.#options.rowKeys.some((key) => key in part)) this.grid.scrollToActive();
  }

  /** @param otherwise what is selected when none of the selected entries is shown any more */
  refresh(otherwise: Selection | null = null): void {
    const { tests, nothing, onShow } = this.#options;
    const state = this.#state;
    const { rows, problem, loading } = shownRows(
      this.#content.columns,
      this.#order,
      state.filter,
      tests(state),
      this.#terms,
    );
    void loading?.then(() => this.refresh(otherwise));
    this.grid.setRows(rows, (this.#picked && reselect(this.#picked, rows)) ?? otherwise);
    this.grid.setEmpty(rows.length === 0 ? nothing(state) : null);
    onShow(state, { shown: rows.length, all: this.#order.length, problem });
  }

  /** What can be typed next into the filter box. */
  complete(text: string, caret: number, always: boolean): Completions {
    return completions(text, caret, this.#terms, this.#content.count, always);
  }

  /** Takes back whatever hides rows: the filter box, and what the view has besides. */
  showAll(part: Partial<S>): void {
    this.#options.clearFilter();
    this.change(part);
  }

  /** Selects an entry and scrolls to it; false when it is not shown. */
  reveal(entry: number, column = this.grid.selection?.column ?? 1): boolean {
    const row = this.grid.rows.indexOf(entry);
    if (row < 0) return false;
    this.grid.select({ anchor: row, active: row, column });
    return true;
  }

  /**
   * What is selected, for the clipboard; null when nothing is. Rows come with their header unless a style is asked for, so
   * that they tell what they are; cells come alone.
   */
  copied(style?: CopyStyle): CopyMessage | null {
    const { selectedEntries, selectedColumns, selection } = this.grid;
    if (!selection || selectedEntries.length === 0) return null;
    const areRows = selection.fromColumn === undefined;
    return copyMessage(selectedColumns, selectedEntries, style ?? (areRows ? 'withHeader' : 'withoutHeader'), areRows);
  }

  /** The rows of what is selected, whole, or all that are shown when nothing is; null for none. */
  copiedRows(): CopyMessage | null {
    const { selectedEntries, rows, rowColumns } = this.grid;
    const entries = selectedEntries.length === 0 ? rows : selectedEntries;
    return entries.length > 0 ? copyMessage(rowColumns, entries, 'withHeader', true) : null;
  }

  save(part: Partial<S>): void {
    this.#state = { ...this.#state, ...part };
    this.#options.save(this.#state);
  }

  #showColumns(): void {
    const { columns, editable } = this.#content;
    this.grid.setColumns(columns, this.#options.host.layout, this.#state.sort, editable);
    const { selection } = this.grid;
    if (this.#picked && selection) this.#picked = inColumns(this.#picked, selection);
  }

  #sortBy(id: string): void {
    const column = this.#content.columns.find((other) => other.id === id);
    this.change({ sort: nextSort(this.#state.sort, id, column?.descendsFirst) } as Partial<S>);
  }

  #onSelect(): void {
    const { selection, rows, selectedEntries } = this.grid;
    const [anchor, active] = [rows[selection?.anchor ?? -1], rows[selection?.active ?? -1]];
    if (selection && anchor !== undefined && active !== undefined) {
      const { column, fromColumn } = selection;
      const chosen = { anchor, active, column, ...(fromColumn !== undefined && { fromColumn }) };
      this.#picked = { ...pick(chosen), entries: selectedEntries };
      this.save({ selection: chosen } as Partial<S>);
    }
    this.#options.onSelect();
  }
}

function flagTerms({ flags }: GridContent): Term[] {
  return flags ? [{ kind: 'choice', key: 'is', hint: t`What the entry is`, choices: flags }] : [];
}
