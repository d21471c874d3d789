/** Which layers of a Q/DQ model are left in the model's own type. */
import { constantTensor, type Graph } from '../graph.js';
import { nodeLabel } from '../model.js';
import { isMoving, weightedInput } from '../operators.js';
import type { Reasoned } from './entries.js';
import { isDequantize } from './pairs.js';
import { t } from '../../texts/translate.js';

/** Weighted layers whose input comes from no DequantizeLinear, each with the reason. */
export function unquantizedLayers(graph: Graph): Reasoned[] {
  return graph.model.nodes.flatMap((node): Reasoned[] => {
    const input = weightedInput(node, (name) => graph.constants.has(name));
    const tensor = input === null ? '' : (node.inputs[input] ?? '');
    if (input === null || isQuantized(graph, tensor) || constantTensor(graph, tensor)) return [];
    return [
      { name: nodeLabel(node), why: t`no pair on its input "${tensor}": ${node.op} runs in the type of the model` },
    ];
  });
}

/** Through operators that move values and do not change them. */
function isQuantized({ producers, model }: Graph, tensor: string): boolean {
  let at = tensor;
  for (let steps = 0; steps <= model.nodes.length; steps++) {
    const node = producers.get(at);
    if (!node) return false;
    if (isDequantize(node)) return true;
    if (!isMoving(node)) return false;
    at = node.inputs[0] ?? '';
  }
  return false;
}
