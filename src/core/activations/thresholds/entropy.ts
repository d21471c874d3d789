/**
 * The range by least Kullback-Leibler divergence, as NVIDIA's published calibrator searches it (NVIDIA/TensorRT,
 * tools/pytorch-quantization, calib/histogram.py). It is not TensorRT's own calibrator, which is closed.
 */
import { foldToMagnitudes, total, type Histogram } from '../histogram.js';
import { FINE_BINS, FIRST_SEARCHED_BIN, NO_VALUES, type RangeAnswer } from './range.js';
import { t } from '../../texts/translate.js';

/** Quantized bins of |x|: 128 values and a sign. */
const LEVELS = 128;

/**
 * The upper edge of the bin up to which the values, spread over 128 quantized bins, diverge least from the values
 * as they are; of equal ones the last. Null ranges: `why` says that the histogram is too coarse.
 */
export function entropyRange(histogram: Histogram): RangeAnswer {
  if (!(total(histogram) > 0)) return NO_VALUES;
  const { counts, edges } = foldToMagnitudes(histogram);
  if (counts.length < FINE_BINS)
    return { why: t`${counts.length} bins of |x| are too few for an entropy search (it needs ${FINE_BINS})` };
  const bins = Float64Array.from(counts);
  bins[0] = bins[1] ?? 0;
  const beyond = tailSums(bins);
  let [best, least] = [bins.length, Infinity];
  for (let kept = FIRST_SEARCHED_BIN; kept <= bins.length; kept++) {
    const now = divergence(bins, kept, beyond[kept] ?? 0);
    if (now <= least) [best, least] = [kept, now];
  }
  return { range: edges[best] ?? NaN };
}

/** tailSums[i]: how many values lie in bin i and beyond. */
function tailSums(bins: Float64Array): Float64Array {
  const sums = new Float64Array(bins.length + 1);
  for (let bin = bins.length - 1; bin >= 0; bin--) sums[bin] = (sums[bin + 1] ?? 0) + (bins[bin] ?? 0);
  return sums;
}

/** KL(reference || quantized) over the first `kept` bins, with the outliers counted in the reference's last one. */
function divergence(bins: Float64Array, kept: number, outliers: number): number {
  const reference = bins.slice(0, kept);
  reference[kept - 1] = (reference[kept - 1] ?? 0) + outliers;
  const quantized = spreadOverLevels(bins, kept);
  const [referenceSum, quantizedSum] = [sum(reference), sum(quantized)];
  let divergence = 0;
  for (let bin = 0; bin < kept; bin++) {
    const p = (reference[bin] ?? 0) / referenceSum;
    if (p > 0) divergence += p * Math.log(p / ((quantized[bin] ?? 0) / quantizedSum));
  }
  return Number.isNaN(divergence) ? Infinity : divergence;
}

/** The first `kept` bins as 128 levels can tell them apart: each level's values shared evenly by its bins that are not empty. */
function spreadOverLevels(bins: Float64Array, kept: number): Float64Array {
  const spread = new Float64Array(kept);
  for (let level = 0; level < LEVELS; level++) {
    const [from, to] = [firstBin(level, kept), firstBin(level + 1, kept)];
    let [values, filled] = [0, 0];
    for (let bin = from; bin < to; bin++) {
      values += bins[bin] ?? 0;
      if ((bins[bin] ?? 0) > 0) filled++;
    }
    for (let bin = from; bin < to; bin++) if ((bins[bin] ?? 0) > 0) spread[bin] = values / filled;
  }
  return spread;
}

/** A bin belongs to the last level whose lower end, level * kept / 128, is not above it. */
function firstBin(level: number, kept: number): number {
  return Math.ceil((level * kept) / LEVELS);
}

function sum(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
