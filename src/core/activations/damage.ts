/**
 * What a range does to values: the share that it clips, and the noise of rounding and clipping. Quantization is
 * FORMATS.md's: real = q * scale, q from -127 to 127, round to nearest. Values are taken as spread evenly over
 * their bin, and the error is integrated over it, so that bins wider than a step count right.
 */
import { foldToMagnitudes, total, type Histogram } from './histogram.js';

/** Largest quantized value of a symmetric INT8 range. */
export const LARGEST_LEVEL = 127;

/** Share of the values that lie beyond ±range, from 0 to 1; NaN for an empty histogram. */
export function clippedShare(histogram: Histogram, range: number): number {
  const { counts, edges } = foldToMagnitudes(histogram);
  let beyond = 0;
  counts.forEach((count, bin) => {
    const [from, to] = binEdges(edges, bin);
    if (to > range) beyond += count * Math.min(1, (to - range) / (to - from));
  });
  return beyond / total(histogram);
}

/**
 * Signal to quantization noise of the tensor under ±range, in dB: 10 * log10(sum x² / sum (x - q(x))²). Infinity where
 * there is no noise, NaN for a histogram without any value but 0, and for a range that is no positive number.
 */
export function sqnrDb(histogram: Histogram, range: number): number {
  const { signal, noise } = energies(histogram, range);
  return signal > 0 ? 10 * Math.log10(signal / noise) : NaN;
}

/** Sum of squared errors under ±range. NaN unless the range is a positive number. */
export function squaredError(histogram: Histogram, range: number): number {
  return energies(histogram, range).noise;
}

function energies(histogram: Histogram, range: number): { signal: number; noise: number } {
  if (!(range > 0 && Number.isFinite(range))) return { signal: NaN, noise: NaN };
  const { counts, edges } = foldToMagnitudes(histogram);
  const step = range / LARGEST_LEVEL;
  let [signal, noise] = [0, 0];
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const [from, to] = binEdges(edges, bin);
    const density = count / (to - from);
    signal += (density * (to ** 3 - from ** 3)) / 3;
    noise += density * (errorUpTo(to, step) - errorUpTo(from, step));
  });
  // The difference of two sums can fall below 0 by rounding.
  return { signal, noise: Math.max(noise, 0) };
}

/** Integral of (t - q(t))² from 0 to x: whole periods of rounding, what is left of one, and the clipped tail. */
function errorUpTo(x: number, step: number): number {
  const end = Math.min(x, LARGEST_LEVEL * step);
  const level = Math.round(end / step);
  const rounding = (level * step ** 3) / 12 + (end - level * step) ** 3 / 3;
  return rounding + Math.max(x - end, 0) ** 3 / 3;
}

/**
 * How many of the 255 levels the values use under ±range; null where bins are as wide as a step or wider, so
 * that the histogram can't tell. A level of |x| other than 0 counts for each sign that has values there.
 */
export function levelsInUse(histogram: Histogram, range: number): number | null {
  const step = range / LARGEST_LEVEL;
  const used = new Set<number>();
  for (let bin = 0; bin < histogram.counts.length; bin++) {
    const [from, to] = binEdges(histogram.edges, bin);
    if (to - from >= step) return null;
    if ((histogram.counts[bin] ?? 0) > 0) used.add(clamp(Math.round((from + to) / 2 / step)));
  }
  return used.size;
}

function clamp(level: number): number {
  return Math.max(-LARGEST_LEVEL, Math.min(LARGEST_LEVEL, level)) + 0;
}

function binEdges(edges: Float64Array, bin: number): [number, number] {
  return [edges[bin] ?? NaN, edges[bin + 1] ?? NaN];
}
