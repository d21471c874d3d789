/** The histogram of log2 ratios: pure, so that it can be tested without a canvas. */
import { bulkOf } from '../../../src/core/table/bulk.js';
import { counted } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { has } from './tags.js';
import type { RatioSpan } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

export interface RatioBins {
  /** `counts.length + 1` edges, ascending; 0 is one of them. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** How many lie so far out that bins for them would squeeze all others. */
  readonly below: number;
  readonly above: number;
}

/** The number of the bin for what lies below all bins; what lies above them is in the bin after the last. */
export const BELOW = -1;

/** All bins that there are, from left to right. */
export function allBins({ counts, below, above }: RatioBins): number[] {
  return [...(below > 0 ? [BELOW] : []), ...counts.keys(), ...(above > 0 ? [counts.length] : [])];
}

export function countOf({ counts, below, above }: RatioBins, bin: number): number {
  if (bin === BELOW) return below;
  return bin === counts.length ? above : (counts[bin] ?? 0);
}

/** A change that counts as none where it is asked which ones lie far out. */
const LEAST_RATIO = 0.01;

const MOST_BINS = 60;
const FEWEST_BINS = 24;
/** Widths that read well on an axis. */
const NICE = [1, 2, 5];

/** Bins of the changed pairs that have a ratio; those that count as the same would stand over all others. */
export function ratioBins(log2Ratios: Float64Array, tags: Uint8Array): RatioBins {
  const drawn = log2Ratios.filter((ratio, row) => has(tags[row], 'changed') && Number.isFinite(ratio));
  if (drawn.length === 0) return { edges: [], counts: [], below: 0, above: 0 };
  const bulk = bulkOf(drawn, () => LEAST_RATIO);
  const [low, high] = [Math.min(bulk?.low ?? 0, 0), Math.max(bulk?.high ?? 0, 0)];
  const width = niceWidth(
    (high - low) / Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.ceil(2 * Math.sqrt(drawn.length)))),
  );
  const first = Math.floor(low / width);
  const bins = Math.max(1, Math.floor(high / width) - first + 1);
  const counts = new Array<number>(bins).fill(0);
  const edges = Array.from({ length: bins + 1 }, (_, i) => (first + i) * width);
  let [below, above] = [0, 0];
  for (const ratio of drawn) {
    if (ratio < (edges[0] ?? 0) && (bulk?.below ?? 0) > 0) below++;
    else if (ratio >= (edges.at(-1) ?? 0) && (bulk?.above ?? 0) > 0) above++;
    else {
      const bin = Math.min(bins - 1, Math.max(0, Math.floor(ratio / width) - first));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { edges, counts, below, above };
}

/** The next of 1, 2, 5, 10 … times a power of ten. */
function niceWidth(width: number): number {
  const unit = 10 ** Math.floor(Math.log10(width));
  return (NICE.find((step) => step * unit >= width * 0.999) ?? 10) * unit;
}

/** The bin of a log2 ratio, or null when it is outside of all. */
export function binOf({ edges, counts, below, above }: RatioBins, log2Ratio: number): number | null {
  if (below > 0 && log2Ratio < (edges[0] ?? NaN)) return BELOW;
  if (above > 0 && log2Ratio >= (edges.at(-1) ?? NaN)) return counts.length;
  if (!(log2Ratio >= (edges[0] ?? NaN) && log2Ratio <= (edges.at(-1) ?? NaN))) return null;
  const next = edges.findIndex((edge) => edge > log2Ratio);
  return next < 0 ? counts.length - 1 : next - 1;
}

export function spanOfBin({ edges, counts }: RatioBins, bin: number): RatioSpan {
  if (bin === BELOW) return { low: -Infinity, high: edges[0] ?? 0 };
  if (bin === counts.length) return { low: edges.at(-1) ?? 0, high: Infinity };
  return { low: edges[bin] ?? 0, high: edges[bin + 1] ?? 0 };
}

/** `log₂ −0.2 to −0.1`. */
export function describeSpan({ low, high }: RatioSpan): string {
  if (low === -Infinity) return t`log₂ below ${signed(high)}`;
  if (high === Infinity) return t`log₂ ${signed(low)} and more`;
  return t`log₂ ${signed(low)} to ${signed(high)}`;
}

/** `log₂ 0.1 to 0.2 (range grew): 14 pairs`. */
export function describeBin(bins: RatioBins, bin: number): string {
  const span = spanOfBin(bins, bin);
  return t`${describeSpan(span)} (range ${span.low >= 0 ? t`grew` : t`shrank`}): ${counted(countOf(bins, bin), t`pair`, t`pairs`)}`;
}

/** The chart in one sentence, for those who can't see it. */
export function describeBins(bins: RatioBins): string {
  const { edges, below, above } = bins;
  const drawn = allBins(bins).reduce((sum, bin) => sum + countOf(bins, bin), 0);
  if (drawn === 0) return t`Histogram without bars: no pair changed.`;
  return t`Histogram of the log2 ratios of ${counted(drawn, t`changed pair`, t`changed pairs`)}, from ${signed(edges[0] ?? 0)} to ${signed(edges.at(-1) ?? 0)}${below + above > 0 ? t`, ${counted(below + above, t`pair`, t`pairs`)} far out in bars of their own` : ''}.`;
}

/** With a real minus sign, and with no trace of binary fractions. */
export function signed(value: number): string {
  return plainNumber(value, 4).replace('-', '−');
}
