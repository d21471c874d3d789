/** What the histogram's panel says about bins: pure, so that it can be tested without a canvas. */
import { isDrawable, type Histogram, type Summary } from '../../../src/core/table/stats.js';
import { counted } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import type { RangeSpan } from '../viewState.js';

/** Few bins for few entries: bars that stand alone show no distribution. */
export function binCountFor(entries: number): number {
  return Math.min(80, Math.max(12, Math.ceil(2 * Math.sqrt(entries))));
}

/** The ranges that a bin holds. The outermost bins have no outer bound: rounding an edge must not lose an entry. */
export function spanOfBin({ edges, counts }: Histogram, bin: number): RangeSpan {
  return {
    low: bin === 0 ? 0 : (edges[bin] ?? 0),
    high: bin === counts.length - 1 ? Infinity : (edges[bin + 1] ?? Infinity),
  };
}

/** The bin that a range falls in, or null for one that is not drawn. */
export function binOf({ edges, counts }: Histogram, range: number): number | null {
  if (!isDrawable(range) || counts.length === 0) return null;
  const above = edges.findIndex((edge) => edge > range);
  return above === -1 ? counts.length - 1 : Math.max(0, above - 1);
}

/** Whether a bin lies in a span that may come from other bins. */
export function isBinInSpan({ edges }: Histogram, bin: number, { low, high }: RangeSpan): boolean {
  const middle = ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2;
  return middle >= low && middle < high;
}

/** `± 0.5 to 1.2: 14 tensors`. */
export function describeBin({ edges, counts }: Histogram, bin: number, unit: readonly [string, string]): string {
  const [low, high] = [edges[bin] ?? 0, edges[bin + 1] ?? 0];
  return `± ${plainNumber(low)} to ${plainNumber(high)}: ${counted(counts[bin] ?? 0, ...unit)}`;
}

/** From the smallest to the largest range, but no further from the median than this: one outlier must not flatten all bars. */
const MOST_DECADES = 4;

/** The ranges between which the small bars in the table are drawn. */
export function barBounds({ smallestRange, medianRange, largestRange }: Summary): [low: number, high: number] {
  const [low, median, high] = [smallestRange ?? 1, medianRange ?? 1, largestRange ?? 1];
  return [Math.max(low, median / 10 ** MOST_DECADES), Math.min(high, median * 10 ** MOST_DECADES)];
}

/** `± 0.5 to 1.2`; the outermost bins have one bound. */
export function describeSpan({ low, high }: RangeSpan): string {
  if (high === Infinity) return `± ${plainNumber(low, 3)} and more`;
  return low === 0 ? `below ± ${plainNumber(high, 3)}` : `± ${plainNumber(low, 3)} to ${plainNumber(high, 3)}`;
}

/** What the histogram can't draw, counted. */
export function notDrawn({ zeros, infinities, nans, negatives }: Summary): { label: string; count: number }[] {
  const all = [
    { label: zeros === 1 ? 'zero' : 'zeros', count: zeros },
    { label: 'Inf', count: infinities },
    { label: 'NaN', count: nans },
    { label: 'negative', count: negatives },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The chart in one sentence, for those who can't see it. */
export function describeHistogram(
  { counts, spacing }: Histogram,
  summary: Summary,
  unit: readonly [string, string],
): string {
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  const { smallestRange, medianRange, largestRange } = summary;
  if (smallestRange === null || medianRange === null || largestRange === null)
    return 'Histogram without bars: no entry has a finite dynamic range above zero.';
  const scale = spacing === 'log' ? 'logarithmic' : 'linear';
  return `Histogram of the dynamic range across ${counted(drawn, ...unit)}, ${scale} axis, from ± ${plainNumber(smallestRange)} to ± ${plainNumber(largestRange)}, median ± ${plainNumber(medianRange)}.`;
}
