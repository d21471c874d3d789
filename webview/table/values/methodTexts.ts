import { USUAL_PERCENTILE, type Method } from '../../../src/core/activations/thresholds/index.js';

/** What each method is called, and what it looks for. */
export const METHOD_TEXTS: Readonly<Record<Method, { readonly label: string; readonly hint: string }>> = {
  minmax: { label: 'MinMax', hint: 'The largest value that was seen: nothing is clipped' },
  percentile: { label: `Percentile ${USUAL_PERCENTILE}`, hint: `Holds ${USUAL_PERCENTILE} % of the values` },
  mse: { label: 'MSE', hint: 'The least mean squared error of rounding and clipping' },
  entropy: {
    label: 'Entropy',
    hint: "The least divergence, by NVIDIA's published search; it is not TensorRT's own calibrator",
  },
};
