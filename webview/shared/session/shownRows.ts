/** Which entries are shown, in which order. Pure: the DOM comes later. */
import { picked } from '../../../src/core/table/picked.js';
import { orderBy, searchIn, termsOf, type Column } from '../grid/column.js';
import { compileFilter } from '../filter/compile.js';
import type { FilterText } from '../filter/filterText.js';
import type { Term } from '../filter/term.js';
import { fileOrder, type Sort } from '../grid/sort.js';

export interface ShownRows {
  readonly rows: Uint32Array;
  /** Why the filter's expression is none; then it filters nothing. */
  readonly problem: string | null;
  /** What the filter waits for; until then it filters nothing. */
  readonly loading: Promise<void> | null;
}

/** A test that an entry must pass to be shown. */
export type Test = (entry: number) => boolean;

/** All entries in the order that is asked for. */
export function orderOf(columns: readonly Column[], count: number, sort: Sort | null): Uint32Array {
  const column = sort && columns.find(({ id }) => id === sort.column);
  return column ? orderBy(column, count, sort.descending) : fileOrder(count);
}

/** The entries of an order that pass the filter box and the view's own tests, in that order. */
export function shownRows(
  columns: readonly Column[],
  order: Uint32Array,
  filter: FilterText,
  tests: readonly Test[],
  terms: readonly Term[] = termsOf(columns),
): ShownRows {
  const compiled = compileFilter(filter, terms, searchIn(columns));
  const test = 'test' in compiled ? compiled.test : null;
  const all = test ? [...tests, test] : tests;
  const rows = all.length === 0 ? order : picked(order, (entry) => all.every((passes) => passes(entry)));
  return {
    rows,
    problem: 'problem' in compiled ? compiled.problem : null,
    loading: 'loading' in compiled ? compiled.loading : null,
  };
}
