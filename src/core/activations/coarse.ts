import type { Histogram } from './histogram.js';

/**
 * Whether one bin is as wide as ±range: what such a range clips, and what its step costs, the histogram can't tell. Only bins within
 * reach of the range count.
 */
export function isTooCoarse({ counts, edges }: Histogram, range: number): boolean {
  return counts.some((_, bin) => {
    const [from, to] = [edges[bin] ?? NaN, edges[bin + 1] ?? NaN];
    return from < range && to > -range && to - from >= range;
  });
}
