/** The outline of a histogram, as SVG path data. */
import type { Histogram } from '../../../src/core/activations/histogram.js';

/** Bars, from the left to the right; heights from 0 to 1, by the logarithm of their counts. */
export function heightsOf({ counts, edges }: Histogram, low: number, high: number, bars: number): Float64Array {
  const sums = new Float64Array(bars);
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const [from, to] = [edges[bin] ?? NaN, edges[bin + 1] ?? NaN];
    const scale = bars / (high - low);
    const first = Math.max(0, Math.floor((from - low) * scale));
    const last = Math.min(bars - 1, Math.ceil((to - low) * scale) - 1);
    // A bin is as high over its whole width; of several in one bar the highest counts.
    for (let bar = first; bar <= last; bar++) sums[bar] = Math.max(sums[bar] ?? 0, count);
  });
  const most = Math.log1p(sums.reduce((a, b) => Math.max(a, b), 0));
  return most > 0 ? sums.map((sum) => Math.log1p(sum) / most) : sums;
}

/** Path data of bars that fill `width` by `height`. */
export function outline(heights: Float64Array, width: number, height: number): string {
  const step = width / heights.length;
  let path = `M0 ${height}`;
  heights.forEach((share, bar) => {
    const y = tenths(height * (1 - share));
    path += `L${tenths(bar * step)} ${y}L${tenths((bar + 1) * step)} ${y}`;
  });
  return `${path}L${width} ${height}Z`;
}

function tenths(place: number): number {
  return Math.round(place * 10) / 10;
}
