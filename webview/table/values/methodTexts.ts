import { USUAL_PERCENTILE, type Method } from '../../../src/core/activations/thresholds/index.js';
import { t } from '../../../src/core/texts/translate.js';

/** What each method is called, and what it looks for. */
export const METHOD_TEXTS: Readonly<Record<Method, { readonly label: string; readonly hint: string }>> = {
  minmax: { label: 'MinMax', hint: t`The largest value that was seen: nothing is clipped` },
  percentile: { label: t`Percentile ${USUAL_PERCENTILE}`, hint: t`Holds ${USUAL_PERCENTILE} % of the values` },
  mse: { label: 'MSE', hint: t`The least mean squared error of rounding and clipping` },
  entropy: {
    label: t`Entropy`,
    hint: t`The least divergence, by NVIDIA's published search; it is not TensorRT's own calibrator`,
  },
};
