/** Additions and averages: where TensorRT runs them in INT8 only with a pair of their own. */
import { isSeenOutside, type Graph } from '../graph.js';
import { isOp, type ModelNode } from '../model.js';
import { isMoving } from '../operators.js';
import type { Candidates } from './candidates.js';
import type { LeftLayer, PairUse, Reason } from './placement.js';
import { comesFromWeighted, shorterWay } from './ways.js';
import { t } from '../../texts/translate.js';

interface Sums {
  readonly uses: readonly PairUse[];
  readonly left: readonly LeftLayer[];
}

/** Pairs of additions and averages, given those of operators with weights. */
export function placeSums(candidates: Candidates, weighted: readonly PairUse[]): Sums {
  const { graph } = candidates;
  const quantized = new Set(weighted.map(({ node }) => node));
  const placed = new Set(weighted.map(keyOf));
  const uses: PairUse[] = [];
  const left: LeftLayer[] = [];
  const place = (node: ModelNode, inputs: readonly number[], why: Reason): void => {
    const reason = problemOf(candidates, node, inputs);
    if (reason !== null) return void left.push({ node, why: reason });
    for (const input of inputs) {
      uses.push({ node, input, why });
      placed.add(keyOf({ node, input }));
    }
  };
  const others: ModelNode[] = [];
  for (const node of graph.model.nodes) {
    const residual = isAddition(graph, node) ? residualInput(graph, quantized, node) : null;
    if (residual !== null) place(node, [residual], 'residual');
    else if (isAddition(graph, node) || isAverage(node)) others.push(node);
  }
  // Readers before what they read: a sum is quantized only if all its readers are.
  for (const node of others.reverse()) {
    const isRead = readersAreQuantized(graph, placed, node.outputs[0] ?? '');
    if (!isRead) left.push({ node, why: t`what reads its result stays in float` });
    else place(node, isAverage(node) ? [0] : [0, 1], isAverage(node) ? 'average' : 'addition');
  }
  return { uses, left };
}

function keyOf({ node, input }: Pick<PairUse, 'node' | 'input'>): string {
  return `${node.index}:${input}`;
}

function isAverage(node: ModelNode): boolean {
  return isOp(node, 'AveragePool', 'GlobalAveragePool');
}

function isAddition({ constants }: Graph, node: ModelNode): boolean {
  const { inputs } = node;
  return isOp(node, 'Add', 'Sum') && inputs.length === 2 && inputs.every((name) => name !== '' && !constants.has(name));
}

/** Which input (from 0) of an addition is the residual; null when neither branch ends in a quantized operator. */
function residualInput(graph: Graph, quantized: ReadonlySet<ModelNode>, { inputs }: ModelNode): number | null {
  const [first = '', second = ''] = inputs;
  const [a, b] = [first, second].map((tensor) => comesFromWeighted(graph, quantized, tensor));
  if (a && b) return shorterWay(graph, first, second);
  if (!a && !b) return null;
  return a ? 1 : 0;
}

function problemOf(candidates: Candidates, node: ModelNode, inputs: readonly number[]): string | null {
  if (candidates.isExcluded(node)) return t`it is excluded`;
  for (const input of inputs) {
    const problem = candidates.inputProblem(node.inputs[input] ?? '');
    if (problem !== null) return problem;
  }
  return null;
}

/** Whether every reader of a tensor, also behind operators that only move values, reads a pair. */
function readersAreQuantized(graph: Graph, placed: ReadonlySet<string>, tensor: string): boolean {
  const tensors = new Set([tensor]);
  let readers = 0;
  for (const name of tensors) {
    if (isSeenOutside(graph, name)) return false;
    for (const use of graph.uses.get(name) ?? []) {
      readers++;
      if (placed.has(keyOf(use))) continue;
      const carries = isMoving(use.node) && (use.input === 0 || isOp(use.node, 'Concat'));
      if (!carries) return false;
      use.node.outputs.filter((output) => output !== '').forEach((output) => tensors.add(output));
    }
  }
  return readers > 0;
}
