import { amaxOf, type Activations } from '../activations/collector.js';
import { rangeByMethod, type Method } from '../activations/thresholds/index.js';
import { t } from '../texts/translate.js';

/** ±range by a method, or why there is none. */
export function rangeOf(values: Activations, method: Method, percentile?: number): number | string {
  if (values.count === 0) return values.nonFinite > 0 ? t`all its values are NaN or infinite` : t`it has no values`;
  if (amaxOf(values) === 0) return t`all its values are 0`;
  // Exact, where the histogram would give the edge of a bin.
  if (method === 'minmax') return amaxOf(values);
  if (!values.histogram) return t`its values were not counted`;
  const answer = rangeByMethod(values.histogram, method, percentile);
  return 'why' in answer ? answer.why : answer.range;
}
