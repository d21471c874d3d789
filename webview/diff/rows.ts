/** Which rows of a comparison are shown, in which order. */
import { compileFilter, keep } from '../shared/filter.js';
import { fileOrder, orderByNumber, orderByText, type Sort } from '../shared/sort.js';
import { ratioAt, STATUSES, type DiffModel, type Status } from './model.js';
import type { ViewState } from './viewState.js';

export interface ShownRows {
  readonly rows: Uint32Array;
  /** Why the filter's expression is none; then it filters nothing. */
  readonly problem: string | null;
}

export function shownRows(model: DiffModel, order: Uint32Array, { filter, hidden }: Pick<ViewState, 'filter' | 'hidden'>): ShownRows {
  const compiled = compileFilter(filter);
  const matches = 'matches' in compiled ? compiled.matches : null;
  const out = new Set<Status | undefined>(hidden);
  const rows = keep(order, (row) => !out.has(model.statuses[row]) && (!matches || matches(model.names[row] ?? '')));
  return { rows, problem: 'problem' in compiled ? compiled.problem : null };
}

export function orderOf(model: DiffModel, sort: Sort | null): Uint32Array {
  const { column = '', descending = false } = sort ?? {};
  const byNumber = (values: Float64Array): Uint32Array => orderByNumber(values, descending);
  switch (column) {
    case 'index': return byNumber(Float64Array.from(model.newIndices, (index) => (index < 0 ? NaN : index)));
    case 'status': return byNumber(Float64Array.from(model.statuses, (status) => STATUSES.indexOf(status)));
    case 'name': return orderByText(model.names, descending);
    case 'oldScale': return byNumber(model.oldScales);
    case 'newScale': return byNumber(model.newScales);
    case 'ratio': return byNumber(model.oldScales.map((_, row) => ratioAt(model, row)));
    // The sign says which way; what one looks for is the size of the change.
    case 'log2': return byNumber(model.log2Ratios.map(Math.abs));
    default: return fileOrder(model.names.length);
  }
}
