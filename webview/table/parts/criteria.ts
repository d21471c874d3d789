import { isDrawable } from '../../../src/core/table/stats.js';
import type { Test } from '../../shared/session/shownRows.js';
import type { TableModel } from '../model.js';
import type { RangeSpan, ViewState } from '../viewState.js';

/** What entries must pass besides the filter box: the toggle, and the histogram's bar. */
export function criteria(model: TableModel, { onlyFindings, span }: Pick<ViewState, 'onlyFindings' | 'span'>): Test[] {
  const tests: Test[] = [];
  if (onlyFindings) tests.push((entry) => model.findingsOf.has(entry));
  if (span) tests.push((entry) => isInSpan(model.ranges[entry] ?? NaN, span));
  return tests;
}

/** Zero, infinite and negative ranges lie in no bin, so in no span. */
export function isInSpan(range: number, { low, high }: RangeSpan): boolean {
  return isDrawable(range) && range >= low && range < high;
}
