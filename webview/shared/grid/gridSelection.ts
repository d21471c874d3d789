import type { Column } from './column.js';
import type { GridColumns } from './gridColumns.js';
import type { SelectingKey } from './keys.js';
import { selectionAfter } from './selectByKey.js';
import { columnSpan, fit, placedAnew, selectedRows, span, type Selection } from './selection.js';

/** What is selected in a grid, and what that means of its entries and columns. */
export class GridSelection {
  #value: Selection | null = null;
  #rows: Uint32Array = new Uint32Array();
  readonly #columns: GridColumns;

  constructor(columns: GridColumns) {
    this.#columns = columns;
  }

  get value(): Selection | null {
    return this.#value;
  }

  /** The entries of the view, from top to bottom. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  /** The entry of the active cell, or null. */
  get activeEntry(): number | null {
    return this.#value ? (this.#rows[this.#value.active] ?? null) : null;
  }

  /** The selected entries, in the order of the view. */
  get entries(): Uint32Array {
    const run = span(this.#value);
    // A run may be all of a million rows.
    if (run && !this.#value?.others?.size) return this.#rows.subarray(run.first, run.last + 1);
    return Uint32Array.from(selectedRows(this.#value), (row) => this.#rows[row] ?? 0);
  }

  /** The selected columns, in the order of the view: all of a row where rows are selected, whether there is room for them or not. */
  get columns(): readonly Column[] {
    if (this.#value && this.#value.fromColumn === undefined) return this.#columns.ofRows;
    const { visible } = this.#columns;
    const columns = columnSpan(this.#value, visible.length);
    return columns ? visible.slice(columns.first, columns.last + 1) : [];
  }

  set(selection: Selection | null): void {
    this.#value = fit(selection, this.#rows.length);
  }

  setRows(rows: Uint32Array, selection: Selection | null): void {
    this.#rows = rows;
    this.set(selection);
  }

  /** Other columns are in sight: the same ones stay selected. */
  follow(before: readonly Column[]): void {
    if (this.#value) this.#value = placedAnew(this.#value, (at) => this.#columns.placeOf(before[at]?.id));
  }

  /** @param start where a selection starts when there is none */
  byKey(key: SelectingKey, start: Selection, page: number): void {
    const limits = { rows: this.#rows.length, columns: this.#columns.visible.length, page };
    this.set(selectionAfter(key, this.#value ?? start, limits));
  }
}
