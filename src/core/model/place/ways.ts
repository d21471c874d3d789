/** Ways back from an addition: to the convolution that it is fused with, and to where its two branches part. */
import { isSeenOutside, type Graph } from '../graph.js';
import { isOp, type ModelNode } from '../model.js';

/** No way back is followed further. */
const MOST_STEPS = 8;

/**
 * True when a tensor comes from a quantized operator with weights through nothing but BatchNormalization and arithmetic with a
 * constant, each step read once: TensorRT fuses these, so a pair between them would cut the fusion off.
 */
export function comesFromWeighted(graph: Graph, quantized: ReadonlySet<ModelNode>, tensor: string): boolean {
  let at = tensor;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const node = graph.producers.get(at);
    if (!node || isSeenOutside(graph, at) || (graph.uses.get(at) ?? []).length !== 1) return false;
    if (quantized.has(node)) return true;
    const before = fusedInput(graph, node);
    if (before === null) return false;
    at = before;
  }
  return false;
}

/** The computed input of an operator that is fused with what writes it; null for others. */
function fusedInput({ constants }: Graph, node: ModelNode): string | null {
  const [first = '', second = ''] = node.inputs;
  if (isOp(node, 'BatchNormalization')) return first;
  if (!isOp(node, 'Add', 'Mul', 'Sub', 'Div') || constants.has(first) === constants.has(second)) return null;
  return constants.has(first) ? second : first;
}

/** Which of two tensors (0 or 1) is nearer to the tensor that both come from; 0 when both are as near, or nothing is common. */
export function shorterWay(graph: Graph, first: string, second: string): 0 | 1 {
  const [a, b] = [distances(graph, first), distances(graph, second)];
  let [best, shorter]: [number, 0 | 1] = [Infinity, 0];
  for (const [tensor, fromFirst] of a) {
    const fromSecond = b.get(tensor);
    if (fromSecond === undefined || fromFirst + fromSecond >= best) continue;
    best = fromFirst + fromSecond;
    shorter = fromSecond < fromFirst ? 1 : 0;
  }
  return shorter;
}

/** Steps back from a tensor to each that it comes from. */
function distances({ producers, constants }: Graph, from: string): Map<string, number> {
  const steps = new Map([[from, 0]]);
  // A Map is walked in the order of its entries, those added on the way too: breadth first.
  for (const [tensor, distance] of steps)
    for (const input of producers.get(tensor)?.inputs ?? [])
      if (input !== '' && !constants.has(input) && !steps.has(input)) steps.set(input, distance + 1);
  return steps;
}
