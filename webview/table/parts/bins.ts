/** What the histogram's panel says about bins: pure, so that it can be tested without a canvas. */
import { bulkOf } from '../../../src/core/table/bulk.js';
import { everyNth, picked } from '../../../src/core/table/picked.js';
import { isDrawable, type Histogram, type Summary } from '../../../src/core/table/stats.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import type { RangeSpan } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

/** Few bins for few entries: bars that stand alone show no distribution. */
export function binCountFor(entries: number): number {
  return Math.min(80, Math.max(12, Math.ceil(2 * Math.sqrt(entries))));
}

/** The ranges that a bin holds. The outermost bins have no outer bound: rounding an edge must not lose an entry. */
export function spanOfBin({ edges, counts, below, above }: Histogram, bin: number): RangeSpan {
  if (bin === BELOW) return { low: 0, high: below?.edge ?? 0 };
  if (bin === counts.length) return { low: above?.edge ?? Infinity, high: Infinity };
  return {
    low: bin === 0 ? (below?.edge ?? 0) : (edges[bin] ?? 0),
    high: bin === counts.length - 1 ? (above?.edge ?? Infinity) : (edges[bin + 1] ?? Infinity),
  };
}

/** The number of the bin for what lies below all bins; what lies above them is in the bin after the last. */
export const BELOW = -1;

/** All bins that there are, from left to right. */
export function allBins({ counts, below, above }: Histogram): number[] {
  return [...(below ? [BELOW] : []), ...counts.keys(), ...(above ? [counts.length] : [])];
}

export function countOf({ counts, below, above }: Histogram, bin: number): number {
  if (bin === BELOW) return below?.count ?? 0;
  return bin === counts.length ? (above?.count ?? 0) : (counts[bin] ?? 0);
}

/** The bin that a range falls in, or null for one that is not drawn. */
export function binOf({ edges, counts, below, above: over }: Histogram, range: number): number | null {
  if (!isDrawable(range) || counts.length === 0) return null;
  if (below && range < below.edge) return BELOW;
  if (over && range >= over.edge) return counts.length;
  const above = edges.findIndex((edge) => edge > range);
  return above === -1 ? counts.length - 1 : Math.max(0, above - 1);
}

/** Whether a bin lies in a span that may come from other bins. */
export function isBinInSpan(
  { edges, counts, below, above }: Histogram,
  bin: number,
  { low, high }: RangeSpan,
): boolean {
  if (bin === BELOW) return low === 0 && high >= (below?.edge ?? 0);
  if (bin === counts.length) return high === Infinity && low <= (above?.edge ?? 0);
  const middle = ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2;
  return middle >= low && middle < high;
}

/** `± 0.5 to 1.2: 14 tensors`. */
export function describeBin(bins: Histogram, bin: number, unit: readonly [string, string]): string {
  const count = counted(countOf(bins, bin), ...unit);
  if (bin === BELOW || bin === bins.counts.length) return t`${describeSpan(spanOfBin(bins, bin))}, far out: ${count}`;
  const [low, high] = [bins.edges[bin] ?? 0, bins.edges[bin + 1] ?? 0];
  return t`± ${plainNumber(low)} to ${plainNumber(high)}: ${count}`;
}

/** So many ranges tell the bounds of bars well enough. */
const ENOUGH = 20_000;
/** A distance in decades that counts as none where it is asked which ranges lie far out. */
const LEAST_DECADES = 0.05;

/** The ranges between which the small bars in the table are drawn: those far out must not flatten all others. */
export function barBounds(ranges: Float64Array): [low: number, high: number] {
  const bulk = bulkOf(picked(everyNth(ranges, ENOUGH), isDrawable).map(Math.log10), () => LEAST_DECADES);
  return bulk ? [10 ** bulk.low, 10 ** bulk.high] : [1, 1];
}

/** `± 0.5 to 1.2`; the outermost bins have one bound. */
export function describeSpan({ low, high }: RangeSpan): string {
  if (high === Infinity) return t`± ${plainNumber(low, 3)} and more`;
  return low === 0 ? t`below ± ${plainNumber(high, 3)}` : t`± ${plainNumber(low, 3)} to ${plainNumber(high, 3)}`;
}

/** What the histogram can't draw, counted, and by which flag the filter box asks for it. */
export function notDrawn({
  zeros,
  infinities,
  nans,
  negatives,
}: Summary): { label: string; count: number; flag: string }[] {
  const all = [
    { label: zeros === 1 ? t`zero` : t`zeros`, count: zeros, flag: 'zero' },
    { label: 'Inf', count: infinities, flag: 'inf' },
    { label: 'NaN', count: nans, flag: 'nan' },
    { label: t`negative`, count: negatives, flag: 'negative' },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The chart in one sentence, for those who can't see it. */
export function describeHistogram(bins: Histogram, summary: Summary, unit: readonly [string, string]): string {
  const drawn = allBins(bins).reduce((sum, bin) => sum + countOf(bins, bin), 0);
  const { smallestRange, medianRange, largestRange } = summary;
  if (smallestRange === null || medianRange === null || largestRange === null)
    return t`Histogram without bars: no entry has a finite dynamic range above zero.`;
  const scale = bins.spacing === 'log' ? 'logarithmic' : 'linear';
  return t`Histogram of the dynamic range across ${counted(drawn, ...unit)}, ${scale} axis, from ± ${plainNumber(smallestRange)} to ± ${plainNumber(largestRange)}, median ± ${plainNumber(medianRange)}.${farOut(bins)}`;
}

function farOut({ below, above }: Histogram): string {
  const sides = [below && t`${grouped(below.count)} below`, above && t`${grouped(above.count)} above`].filter(Boolean);
  return sides.length > 0 ? t` Far out, in bars of their own: ${sides.join(', ')}.` : '';
}
