/** Which of many values a picture is drawn for: some far out must not squeeze all others into a corner of it. */
import { everyNth, picked } from './picked.js';

/** The least and the largest of the values that are not far out, and how many lie beyond. */
export interface Bulk {
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly above: number;
}

/** So many times as far from the median as half of all values are is far out. */
const FAR = 10;
/** More of them than this share are no exceptions. */
const MOST_BEYOND = 1 / 3;
/** An axis of all values that is no more than so much longer is drawn whole. */
const LITTLE_LONGER = 2;

/** Of fewer values none is an exception. */
const FEWEST = 8;
/** Half of all values is told well enough by so many of them. */
const ENOUGH = 10_000;

/**
 * The bulk of some values, NaN left out; null when there is none.
 * @param leastAt a distance from this median that counts as none, for values of which most are equal
 */
export function bulkOf(values: Float64Array, leastAt: (median: number) => number): Bulk | null {
  const some = picked(everyNth(values, ENOUGH), (value) => !Number.isNaN(value));
  const median = middleOf(some);
  const least = leastAt(median);
  const far = FAR * Math.max(least, middleOf(some.map((value) => Math.abs(value - median))));
  const [from, to] = [median - far, median + far];
  const all = { count: 0, low: Infinity, high: -Infinity };
  const near = { count: 0, low: Infinity, high: -Infinity };
  let below = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    take(all, value);
    if (value < from) below++;
    else if (value <= to) take(near, value);
  }
  if (all.count === 0) return null;
  const isWhole =
    all.count < FEWEST ||
    near.count === 0 ||
    all.count - near.count > MOST_BEYOND * all.count ||
    all.high - all.low <= LITTLE_LONGER * Math.max(near.high - near.low, least);
  if (isWhole) return { low: all.low, high: all.high, below: 0, above: 0 };
  return { low: near.low, high: near.high, below, above: all.count - near.count - below };
}

function take(span: { count: number; low: number; high: number }, value: number): void {
  span.count++;
  if (value < span.low) span.low = value;
  if (value > span.high) span.high = value;
}

function middleOf(values: Float64Array): number {
  return values.slice().sort()[values.length >> 1] ?? NaN;
}
