/** Which entries are shown, in which order. Pure: the DOM comes later. */
import { orderBy, searchIn, type Column } from '../grid/column.js';
import { compileFilter, keep, type FilterText } from '../grid/filter.js';
import { fileOrder, type Sort } from '../grid/sort.js';

export interface ShownRows {
  readonly rows: Uint32Array;
  /** Why the filter's expression is none; then it filters nothing. */
  readonly problem: string | null;
}

/** A test that an entry must pass to be shown. */
export type Test = (entry: number) => boolean;

/** All entries in the order that is asked for. */
export function orderOf(columns: readonly Column[], count: number, sort: Sort | null): Uint32Array {
  const column = sort && columns.find(({ id }) => id === sort.column);
  return column ? orderBy(column, count, sort.descending) : fileOrder(count);
}

/** The entries of an order that pass the filter box and the view's own tests. */
export function shownRows(
  columns: readonly Column[],
  order: Uint32Array,
  filter: FilterText,
  tests: readonly Test[],
): ShownRows {
  const compiled = compileFilter(filter);
  const matches = 'matches' in compiled ? compiled.matches : null;
  const all = matches ? [...tests, searchIn(columns, matches, filter.regex)] : tests;
  const rows = all.length === 0 ? order : keep(order, (entry) => all.every((test) => test(entry)));
  return { rows, problem: 'problem' in compiled ? compiled.problem : null };
}
