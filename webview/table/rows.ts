/** Which entries are shown, in which order. Pure: the DOM comes later. */
import { compileFilter, keep, type Matcher } from '../shared/grid/filter.js';
import { fileOrder, orderByNumber, orderByText, type Sort } from '../shared/grid/sort.js';
import { isDrawable } from '../../src/core/table/stats.js';
import { entryBits } from '../../src/core/table/table.js';
import { findingsAt, hexAt, nameAt, SEVERITIES, typeAt, type TableModel } from './model.js';
import type { RangeSpan, ViewState } from './viewState.js';

export interface ShownRows {
  readonly rows: Uint32Array;
  /** Why the filter's expression is none; then it filters nothing. */
  readonly problem: string | null;
}

type Criteria = Pick<ViewState, 'filter' | 'onlyFindings' | 'span'>;

/** The entries of an order that pass the filter box, the toggle and the histogram's bar. */
export function shownRows(model: TableModel, order: Uint32Array, { filter, onlyFindings, span }: Criteria): ShownRows {
  const compiled = compileFilter(filter);
  const matches = 'matches' in compiled ? compiled.matches : null;
  const tests = [
    onlyFindings && ((entry: number): boolean => model.findingsOf.has(entry)),
    span && ((entry: number): boolean => isInSpan(model.ranges[entry] ?? NaN, span)),
    matches && ((entry: number): boolean => matchesEntry(model, entry, matches, filter.regex)),
  ].filter((test) => typeof test === 'function');
  const rows = tests.length === 0 ? order : keep(order, (entry) => tests.every((test) => test(entry)));
  return { rows, problem: 'problem' in compiled ? compiled.problem : null };
}

/** All entries in the order that is asked for. */
export function orderOf(model: TableModel, sort: Sort | null): Uint32Array {
  const { names, values } = model.table;
  const { column = '', descending = false } = sort ?? {};
  switch (column) {
    case 'index':
      return descending ? fileOrder(names.length).reverse() : fileOrder(names.length);
    case 'name':
      return orderByText(names, descending);
    case 'type':
      return orderByText(
        names.map((_, entry) => typeAt(model, entry)),
        descending,
      );
    case 'scale':
    case 'range':
      return orderByNumber(model.ranges, descending);
    case 'hex':
      return orderByNumber(
        values.map((_, entry) => entryBits(model.table, entry)),
        descending,
      );
    case 'findings':
      return orderByNumber(
        values.map((_, entry) => seriousness(model, entry)),
        !descending,
      );
    default:
      return fileOrder(names.length);
  }
}

/** Zero, infinite and negative ranges lie in no bin, so in no span. */
export function isInSpan(range: number, { low, high }: RangeSpan): boolean {
  return isDrawable(range) && range >= low && range < high;
}

/**
 * A layer type is a part of the name, so it is looked at apart only for expressions, which may be anchored;
 * on a hundred thousand rows that is half of a keystroke's time.
 */
function matchesEntry(model: TableModel, entry: number, matches: Matcher, regex: boolean): boolean {
  return (
    matches(nameAt(model, entry)) ||
    matches(hexAt(model, entry)) ||
    findingsAt(model, entry).some(({ message, rule }) => matches(message) || matches(rule)) ||
    (regex && matches(typeAt(model, entry)))
  );
}

function seriousness(model: TableModel, entry: number): number {
  const worst = findingsAt(model, entry)[0]?.severity;
  return worst === undefined ? 0 : SEVERITIES.length - SEVERITIES.indexOf(worst);
}
