/** Where the values of a tensor lie, in five numbers: what a box plot draws. */
import { total, type Histogram } from './histogram.js';

/** The shares of values below each number, in percent. */
export const BOX_SHARES = [1, 25, 50, 75, 99] as const;
/** The values below which 1, 25, 50, 75 and 99 % lie. */
export type Box = readonly [p1: number, p25: number, p50: number, p75: number, p99: number];

/** The box of a histogram, values taken as spread evenly in a bin; null for an empty one. */
export function boxOf(histogram: Histogram): Box | null {
  const all = total(histogram);
  if (!(all > 0)) return null;
  const [p1, p25, p50, p75, p99] = BOX_SHARES.map((share) => valueAt(histogram, (share / 100) * all));
  return [p1 ?? NaN, p25 ?? NaN, p50 ?? NaN, p75 ?? NaN, p99 ?? NaN];
}

/** The value below which so many values lie. */
function valueAt({ counts, edges }: Histogram, wanted: number): number {
  let below = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    const [from, to] = [edges[bin] ?? NaN, edges[bin + 1] ?? NaN];
    if (count > 0 && below + count >= wanted) return from + ((wanted - below) / count) * (to - from);
    below += count;
  }
  return edges.at(-1) ?? NaN;
}
