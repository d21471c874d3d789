import type { Test } from '../../shared/session/shownRows.js';
import type { DiffModel } from '../model.js';
import type { RatioSpan, ViewState } from '../viewState.js';
import { isChange, maskOf } from './tags.js';

/** What rows must pass besides the filter box: one of the shown tags, and the chosen span of ratios. */
export function criteria(
  model: DiffModel,
  tags: Uint8Array,
  { shown, span }: Pick<ViewState, 'shown' | 'span'>,
): readonly Test[] {
  const mask = maskOf(shown);
  const hasTag: Test = (row) => ((tags[row] ?? 0) & mask) !== 0;
  return span ? [hasTag, (row) => isInSpan(model.log2Ratios[row] ?? NaN, span)] : [hasTag];
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
