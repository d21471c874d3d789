/** The ranges that calibration methods would give a tensor, from the histogram of its values alone. */
import type { Histogram } from '../histogram.js';
import { entropyRange } from './entropy.js';
import { meanSquaredErrorRange } from './meanSquaredError.js';
import { minMaxRange } from './minMax.js';
import { percentileRange } from './percentile.js';
import type { RangeAnswer } from './range.js';

export type { RangeAnswer } from './range.js';
export { USUAL_PERCENTILE } from './percentile.js';

export const METHODS = ['minmax', 'entropy', 'percentile', 'mse'] as const;
export type Method = (typeof METHODS)[number];

/** ±range by a method. Throws RangeError for a percentile that is none. */
export function rangeByMethod(histogram: Histogram, method: Method, percentile?: number): RangeAnswer {
  switch (method) {
    case 'minmax':
      return minMaxRange(histogram);
    case 'entropy':
      return entropyRange(histogram);
    case 'percentile':
      return percentileRange(histogram, percentile);
    case 'mse':
      return meanSquaredErrorRange(histogram);
  }
}
