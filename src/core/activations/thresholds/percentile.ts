import { foldToMagnitudes, total, type Histogram } from '../histogram.js';
import { NO_VALUES, type RangeAnswer } from './range.js';
import { t } from '../../texts/translate.js';

/** NVIDIA's published default. */
export const USUAL_PERCENTILE = 99.99;

/** The first upper edge of |x| at which the cumulative share reaches `percentile` / 100 (above 0, up to 100). */
export function percentileRange(histogram: Histogram, percentile = USUAL_PERCENTILE): RangeAnswer {
  if (!(percentile > 0 && percentile <= 100))
    throw new RangeError(t`${percentile} is no percentile (above 0, up to 100).`);
  const { counts, edges } = foldToMagnitudes(histogram);
  const wanted = (total(histogram) * percentile) / 100;
  if (!(wanted > 0)) return NO_VALUES;
  let [seen, last] = [0, 0];
  for (const [bin, count] of counts.entries()) {
    seen += count;
    if (count > 0) last = bin;
    // Sums of shared bins may miss the whole by rounding.
    if (seen >= wanted * (1 - 1e-12)) return { range: edges[bin + 1] ?? NaN };
  }
  return { range: edges[last + 1] ?? NaN };
}
