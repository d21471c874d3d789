import { foldToMagnitudes, type Histogram } from '../histogram.js';
import { NO_VALUES, type RangeAnswer } from './range.js';

/** The largest |x|: the upper edge of the last bin of |x| that holds a value. */
export function minMaxRange(histogram: Histogram): RangeAnswer {
  const { counts, edges } = foldToMagnitudes(histogram);
  const last = counts.findLastIndex((count) => count > 0);
  return last < 0 ? NO_VALUES : { range: edges[last + 1] ?? NaN };
}
