/** Which rows of a comparison are shown, in which order, and which of them comes next. */
import { compileFilter, keep } from '../shared/grid/filter.js';
import { fileOrder, orderByNumber, orderByText, type Sort } from '../shared/grid/sort.js';
import { indexAt, nameAt, ratioAt, type DiffModel, type SideName } from './model.js';
import { isChange, maskOf } from './parts/tags.js';
import type { RatioSpan, ViewState } from './viewState.js';

export interface ShownRows {
  readonly rows: Uint32Array;
  /** Why the filter's expression is none; then it filters nothing. */
  readonly problem: string | null;
}

/** The rows that have one of the shown tags, match the filter by either name, and lie in the chosen span of ratios. */
export function shownRows(
  model: DiffModel,
  tags: Uint8Array,
  order: Uint32Array,
  { filter, shown, span }: Pick<ViewState, 'filter' | 'shown' | 'span'>,
): ShownRows {
  const compiled = compileFilter(filter);
  const matches = 'matches' in compiled ? compiled.matches : null;
  const mask = maskOf(shown);
  const rows = keep(
    order,
    (row) =>
      ((tags[row] ?? 0) & mask) !== 0 &&
      (!span || isInSpan(model.log2Ratios[row] ?? NaN, span)) &&
      (!matches || matches(nameAt(model, row, 'old')) || matches(nameAt(model, row, 'new'))),
  );
  return { rows, problem: 'problem' in compiled ? compiled.problem : null };
}

/** Whether a log2 ratio lies in a span; the upper end belongs to the next one. */
export function isInSpan(log2Ratio: number, { low, high }: RatioSpan): boolean {
  return log2Ratio >= low && log2Ratio < high;
}

/** The next row (or with -1 the previous one) that is a change, after a place in the view; from the ends it goes round. Null: none. */
export function changeFrom(rows: Uint32Array, tags: Uint8Array, from: number | null, step: 1 | -1): number | null {
  const count = rows.length;
  const start = from ?? (step === 1 ? -1 : count);
  for (let n = 1; n <= count; n++) {
    const place = (((start + n * step) % count) + count) % count;
    if (isChange(tags[rows[place] ?? -1])) return place;
  }
  return null;
}

export function orderOf(model: DiffModel, tags: Uint8Array, sort: Sort | null): Uint32Array {
  const { column = '', descending = false } = sort ?? {};
  const byNumber = (value: (row: number) => number): Uint32Array =>
    orderByNumber(
      Float64Array.from({ length: model.rows }, (_, row) => value(row)),
      descending,
    );
  const position =
    (side: SideName) =>
    (row: number): number =>
      indexAt(model, row, side) < 0 ? NaN : indexAt(model, row, side);
  const names = (side: SideName): string[] => Array.from({ length: model.rows }, (_, row) => nameAt(model, row, side));
  switch (column) {
    case 'oldIndex':
      return byNumber(position('old'));
    case 'newIndex':
      return byNumber(position('new'));
    case 'oldName':
      return orderByText(names('old'), descending);
    case 'newName':
      return orderByText(names('new'), descending);
    case 'oldScale':
      return orderByNumber(model.oldScales, descending);
    case 'newScale':
      return orderByNumber(model.newScales, descending);
    case 'status':
      return byNumber((row) => tags[row] ?? 0);
    case 'ratio':
    case 'meaning':
      return byNumber((row) => ratioAt(model, row));
    // The sign says which way; what one looks for is the size of the change.
    case 'log2':
      return byNumber((row) => Math.abs(model.log2Ratios[row] ?? NaN));
    case 'confidence':
    case 'evidence':
      return orderByNumber(model.confidences, descending);
    default:
      return fileOrder(model.rows);
  }
}
