import { isDrawable } from '../../../src/core/table/stats.js';
import type { Test } from '../../shared/session/shownRows.js';
import type { TableModel } from '../model.js';
import { isInStretch } from '../profile/profile.js';
import { positionsOf } from '../profile/positions.js';
import type { RangeSpan, Stretch, ViewState } from '../viewState.js';

/** What entries must pass besides the filter box: the toggle, the histogram's bar, and the brush along the profile. */
export function criteria(
  model: TableModel,
  { onlyFindings, span, stretch }: Pick<ViewState, 'onlyFindings' | 'span' | 'stretch'>,
): Test[] {
  const tests: Test[] = [];
  if (onlyFindings) tests.push((entry) => model.findingsOf.has(entry));
  if (span) tests.push((entry) => isInSpan(model.ranges[entry] ?? NaN, span));
  if (stretch) tests.push(stretchTest(model, stretch));
  return tests;
}

function stretchTest(model: TableModel, stretch: Stretch): Test {
  const { positionOf } = positionsOf(model);
  return (entry) => isInStretch(positionOf[entry] ?? -1, stretch);
}

/** Zero, infinite and negative ranges lie in no bin, so in no span. */
export function isInSpan(range: number, { low, high }: RangeSpan): boolean {
  return isDrawable(range) && range >= low && range < high;
}
