/** Summary and histogram of the dynamic ranges of a table's tensors. What can't be drawn is counted, never dropped. */
import { bulkOf } from './bulk.js';
import { takeMedian } from './median.js';
import { mapped, picked } from './picked.js';
import { rangeOf } from './quantization.js';
import type { CalibrationTable } from './table.js';

/** Counts and order statistics; ranges are of the finite, positive entries only, null when there are none. */
export interface Summary {
  readonly entries: number;
  readonly zeros: number;
  readonly infinities: number;
  readonly nans: number;
  readonly negatives: number;
  readonly smallestRange: number | null;
  readonly medianRange: number | null;
  readonly largestRange: number | null;
}

export type Spacing = 'log' | 'linear';

/** Bins of equal width, in the range itself or in its logarithm, for the bulk of the ranges. */
export interface Histogram {
  readonly spacing: Spacing;
  /** `counts.length + 1` edges, ascending; a value on an inner edge belongs to the bin above it. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** What lies so far out that bins for it would squeeze all others. */
  readonly below: Beyond | null;
  readonly above: Beyond | null;
}

/** The ranges on one side of all bins. */
export interface Beyond {
  readonly count: number;
  /** All of them are under it, or for those above at least it; no other range is. */
  readonly edge: number;
}

/** Dynamic ranges of all entries, in file order (float64). */
export function rangesOf({ values, quantity }: CalibrationTable): Float64Array {
  return mapped(values, (value) => rangeOf(value, quantity));
}

/** Counts what is zero, infinite, NaN or negative apart, and finds smallest, median and largest of the rest. */
export function summarize(ranges: Float64Array): Summary {
  const counts = { zeros: 0, infinities: 0, nans: 0, negatives: 0 };
  let [smallest, largest] = [Infinity, 0];
  const drawable = picked(ranges, (range) => {
    if (isDrawable(range)) {
      if (range < smallest) smallest = range;
      if (range > largest) largest = range;
      return true;
    }
    if (range === 0) counts.zeros++;
    else if (Number.isNaN(range)) counts.nans++;
    else if (Math.abs(range) === Infinity) counts.infinities++;
    else counts.negatives++;
    return false;
  });
  const isSome = drawable.length > 0;
  return {
    entries: ranges.length,
    ...counts,
    smallestRange: isSome ? smallest : null,
    medianRange: isSome ? takeMedian(drawable) : null,
    largestRange: isSome ? largest : null,
  };
}

/** Whether a range has a place in a histogram: finite and above zero. */
export function isDrawable(range: number): boolean {
  return range > 0 && range < Infinity;
}

/**
 * Histogram of the drawable ranges.
 * @param binCount number of bins wanted, at least 1; equal ranges all fall in one bin
 */
export function histogram(ranges: Float64Array, spacing: Spacing, binCount = 40): Histogram {
  const drawable = picked(ranges, isDrawable);
  if (drawable.length === 0) return { spacing, edges: [], counts: [], below: null, above: null };
  const place = spacing === 'log' ? Math.log10 : (x: number): number => x;
  const unplace = spacing === 'log' ? (x: number): number => 10 ** x : place;
  const places = mapped(drawable, place);
  const least = (middle: number): number => (spacing === 'log' ? LEAST : LEAST * middle);
  const bulk = bulkOf(places, least) ?? { low: 0, high: 0 };
  // On a linear axis nothing is far below: it ends at 0.
  const from = spacing === 'log' ? bulk.low : 0;
  // A single value gets a bin's room around it.
  const [low, high] = from === bulk.high ? [from - 0.5, from + 0.5] : [from, bulk.high];
  const width = (high - low) / binCount;
  const counts = new Array<number>(binCount).fill(0);
  const below = { count: 0, edge: Infinity };
  const above = { count: 0, edge: Infinity };
  for (let i = 0; i < places.length; i++) {
    const at = places[i] ?? 0;
    const range = drawable[i] ?? 0;
    if (at > bulk.high) {
      above.count++;
      above.edge = Math.min(above.edge, range);
    } else if (at < from) below.count++;
    else {
      below.edge = Math.min(below.edge, range);
      const bin = Math.min(binCount - 1, Math.max(0, Math.floor((at - low) / width)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  const edges = Array.from({ length: binCount + 1 }, (_, i) => unplace(low + i * width));
  return { spacing, edges, counts, below: below.count > 0 ? below : null, above: above.count > 0 ? above : null };
}

/** Least distance from the median, in decades or as a share of it, that bins can show. */
const LEAST = 0.05;
