/** The histogram of log2 ratios: pure, so that it can be tested without a canvas. */
import { counted } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { has } from './tags.js';
import type { RatioSpan } from '../viewState.js';

export interface RatioBins {
  /** `counts.length + 1` edges, ascending; 0 is one of them. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const MOST_BINS = 60;
const FEWEST_BINS = 24;
/** Widths that read well on an axis. */
const NICE = [1, 2, 5];

/** Bins of the changed pairs that have a ratio; those that count as the same would stand over all others. */
export function ratioBins(log2Ratios: Float64Array, tags: Uint8Array): RatioBins {
  const drawn = log2Ratios.filter((ratio, row) => has(tags[row], 'changed') && Number.isFinite(ratio));
  if (drawn.length === 0) return { edges: [], counts: [] };
  const [low, high] = [
    drawn.reduce((least, ratio) => Math.min(least, ratio), 0),
    drawn.reduce((most, ratio) => Math.max(most, ratio), 0),
  ];
  const width = niceWidth(
    (high - low) / Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.ceil(2 * Math.sqrt(drawn.length)))),
  );
  const first = Math.floor(low / width);
  const bins = Math.max(1, Math.floor(high / width) - first + 1);
  const counts = new Array<number>(bins).fill(0);
  for (const ratio of drawn) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(ratio / width) - first));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, i) => (first + i) * width), counts };
}

/** The next of 1, 2, 5, 10 … times a power of ten. */
function niceWidth(width: number): number {
  const unit = 10 ** Math.floor(Math.log10(width));
  return (NICE.find((step) => step * unit >= width * 0.999) ?? 10) * unit;
}

/** The bin of a log2 ratio, or null when it is outside of all. */
export function binOf({ edges, counts }: RatioBins, log2Ratio: number): number | null {
  if (!(log2Ratio >= (edges[0] ?? NaN) && log2Ratio <= (edges.at(-1) ?? NaN))) return null;
  const above = edges.findIndex((edge) => edge > log2Ratio);
  return above < 0 ? counts.length - 1 : above - 1;
}

export function spanOfBin({ edges }: RatioBins, bin: number): RatioSpan {
  return { low: edges[bin] ?? 0, high: edges[bin + 1] ?? 0 };
}

/** `log₂ −0.2 to −0.1`. */
export function describeSpan({ low, high }: RatioSpan): string {
  return `log₂ ${signed(low)} to ${signed(high)}`;
}

/** `log₂ 0.1 to 0.2 (range grew): 14 pairs`. */
export function describeBin(bins: RatioBins, bin: number): string {
  const span = spanOfBin(bins, bin);
  return `${describeSpan(span)} (range ${span.low >= 0 ? 'grew' : 'shrank'}): ${counted(bins.counts[bin] ?? 0, 'pair', 'pairs')}`;
}

/** The chart in one sentence, for those who can't see it. */
export function describeBins({ edges, counts }: RatioBins): string {
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  if (drawn === 0) return 'Histogram without bars: no pair changed.';
  return `Histogram of the log2 ratios of ${counted(drawn, 'changed pair', 'changed pairs')}, from ${signed(edges[0] ?? 0)} to ${signed(edges.at(-1) ?? 0)}.`;
}

/** With a real minus sign, and with no trace of binary fractions. */
export function signed(value: number): string {
  return plainNumber(value, 4).replace('-', '−');
}
