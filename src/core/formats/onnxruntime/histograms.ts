/** The histograms of activations in onnxruntime's newer JSON: with Entropy, Percentile and Distribution each tensor has one. */
import type { Node } from 'jsonc-parser';
import { histogramProblem, type Histogram } from '../../activations/histogram.js';
import { field } from '../json/memberReader.js';

/** The histogram of a tensor's value, or null where it has none that is whole. */
export function histogramOf(tensor: Node | undefined): Histogram | null {
  const [counts, edges] = [numbersIn(field(tensor, 'hist')), numbersIn(field(tensor, 'bins'))];
  return counts && edges && histogramProblem(counts, edges) === null ? { counts, edges } : null;
}

/** A NumPy array as onnxruntime writes it, or a plain list. */
function numbersIn(node: Node | undefined): Float64Array | null {
  const list = field(node, 'data') ?? node;
  if (list?.type !== 'array') return null;
  return Float64Array.from(list.children ?? [], ({ value }) => (typeof value === 'number' ? value : NaN));
}
