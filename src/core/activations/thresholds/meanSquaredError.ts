import { LARGEST_LEVEL, squaredError } from '../damage.js';
import { foldToMagnitudes, total, type Histogram, type Magnitudes } from '../histogram.js';
import { ALL_ZERO, FINE_BINS, FIRST_SEARCHED_BIN, NO_VALUES, type RangeAnswer } from './range.js';

/**
 * The range with the least mean squared error of fake quantization (NVIDIA/TensorRT, pytorch_quantization's
 * histogram calibrator): of the bin centres from bin 128 on, every bin's values taken at its centre. A histogram
 * too coarse for that tries every edge, with the error integrated over the bins.
 */
export function meanSquaredErrorRange(histogram: Histogram): RangeAnswer {
  if (!(total(histogram) > 0)) return NO_VALUES;
  const magnitudes = foldToMagnitudes(histogram);
  return magnitudes.counts.length < FINE_BINS ? bestEdge(magnitudes) : bestCentre(magnitudes);
}

function bestEdge(magnitudes: Magnitudes): RangeAnswer {
  const tried = [...magnitudes.edges].filter((edge) => edge > 0);
  const best = smallest(tried, (edge) => squaredError(magnitudes, edge));
  return best === undefined ? ALL_ZERO : { range: best };
}

function bestCentre({ counts, edges }: Magnitudes): RangeAnswer {
  const centres = counts.map((_, bin) => ((edges[bin] ?? NaN) + (edges[bin + 1] ?? NaN)) / 2);
  const tried = [...centres.subarray(FIRST_SEARCHED_BIN)];
  const best = smallest(tried, (range, least) => errorOfCentres(counts, centres, range / LARGEST_LEVEL, least));
  return best === undefined ? ALL_ZERO : { range: best };
}

/** Stops where the sum is beyond `least`: it only grows. */
function errorOfCentres(counts: Float64Array, centres: Float64Array, step: number, least: number): number {
  let sum = 0;
  for (let bin = 0; bin < counts.length && sum <= least; bin++) {
    if (counts[bin] === 0) continue;
    const centre = centres[bin] ?? 0;
    const error = centre - step * Math.min(LARGEST_LEVEL, Math.round(centre / step));
    sum += (counts[bin] ?? 0) * error * error;
  }
  return sum;
}

/** Of equal ones the first. */
function smallest(values: readonly number[], cost: (value: number, least: number) => number): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, Infinity];
  for (const value of values) {
    const now = cost(value, least);
    if (now < least) [best, least] = [value, now];
  }
  return best;
}
