/** Which rows of a plan are shown, in which order. */
import { compileFilter, keep } from '../shared/grid/filter.js';
import { fileOrder, orderByNumber, orderByText, type Sort } from '../shared/grid/sort.js';
import { isShown, STATUSES, type ReviewModel } from './model.js';
import type { ViewState } from './viewState.js';

export interface ShownRows {
  readonly rows: Uint32Array;
  /** Why the filter's expression is none; then it filters nothing. */
  readonly problem: string | null;
}

export function shownRows(
  model: ReviewModel,
  order: Uint32Array,
  { filter, shown }: Pick<ViewState, 'filter' | 'shown'>,
): ShownRows {
  const compiled = compileFilter(filter);
  const matches = 'matches' in compiled ? compiled.matches : null;
  const { names, from, types, doubts } = model.message;
  const texts = [names, from, types, doubts];
  const rows = keep(
    order,
    (row) => isShown(model, row, shown) && (!matches || texts.some((column) => matches(column[row] ?? ''))),
  );
  return { rows, problem: 'problem' in compiled ? compiled.problem : null };
}

export function orderOf({ message, statuses, ranges }: ReviewModel, sort: Sort | null): Uint32Array {
  const { column = '', descending = false } = sort ?? {};
  const byText = (texts: readonly (string | null)[]): Uint32Array =>
    orderByText(
      texts.map((text) => text ?? ''),
      descending,
    );
  switch (column) {
    case 'index':
      return orderByNumber(Float64Array.from(statuses.keys()), descending);
    case 'status':
      return orderByNumber(
        Float64Array.from(statuses, (status) => STATUSES.indexOf(status)),
        descending,
      );
    case 'from':
      return byText(message.from);
    case 'to':
      return byText(message.names);
    case 'type':
      return byText(message.types);
    case 'rule':
      return byText(message.rules);
    case 'scale':
      return orderByNumber(message.scales, descending);
    case 'range':
      return orderByNumber(ranges, descending);
    case 'doubt':
      return byText(message.doubts);
    default:
      return fileOrder(statuses.length);
  }
}
