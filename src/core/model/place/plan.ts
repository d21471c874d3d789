/** The placement of a table's scales in a model. */
import { graphOf, isSeenOutside, type Graph } from '../graph.js';
import type { ModelNode, OnnxModel } from '../model.js';
import { unnamedLayer } from '../../table/entryNames.js';
import { Candidates } from './candidates.js';
import { placeSums } from './sums.js';
import type { ActivationPair, PairUse, Placement, PlacementOptions, Scales, Unplaced } from './placement.js';
import { placeWeighted, type WeightReading } from './weighted.js';
import { t } from '../../texts/translate.js';

/**
 * Decides where pairs go. No scale is invented: a layer whose input has no usable entry stays in float, and is listed.
 * @throws {ModelError} when weights lie in a file that can't be read
 */
export async function planPlacement(
  model: OnnxModel,
  scales: Scales,
  options: PlacementOptions,
  reading: Omit<WeightReading, 'perTensor'>,
  graph: Graph = graphOf(model),
): Promise<Placement> {
  const candidates = new Candidates(graph, scales, options);
  const weighted = await placeWeighted(candidates, { ...reading, perTensor: options.perTensorWeights === true });
  const rest = options.placement === 'every' ? everyUse(candidates, scales) : placeSums(candidates, weighted.uses);
  const uses = options.placement === 'every' ? rest.uses : [...weighted.uses, ...rest.uses];
  const pairs = pairsOf(scales, uses);
  const placed = new Set(pairs.map(({ tensor }) => tensor));
  return {
    pairs,
    weights: weighted.weights,
    left: [...weighted.left, ...rest.left].sort((a, b) => a.node.index - b.node.index),
    unplaced: [...scales.usable.keys()].flatMap((name) => (placed.has(name) ? [] : [unplaced(candidates, name)])),
    missing: weighted.missing,
  };
}

/** Each usable entry at all its uses. */
function everyUse(candidates: Candidates, { usable }: Scales): { uses: PairUse[]; left: [] } {
  const { graph } = candidates;
  const tensors = [...usable.keys()].filter(
    (tensor) => !graph.constants.has(tensor) && candidates.problem(tensor) === null,
  );
  const uses = tensors
    .flatMap((tensor) => graph.uses.get(tensor) ?? [])
    .filter(({ node }) => !candidates.isExcluded(node))
    .map((use): PairUse => ({ ...use, why: 'every' }));
  return { uses, left: [] };
}

/** One pair a tensor, in the order in which they are first read. */
function pairsOf({ usable }: Scales, uses: readonly PairUse[]): ActivationPair[] {
  const byTensor = new Map<string, PairUse[]>();
  for (const use of [...uses].sort((a, b) => a.node.index - b.node.index || a.input - b.input)) {
    const tensor = use.node.inputs[use.input] ?? '';
    const known = byTensor.get(tensor);
    if (known) known.push(use);
    else byTensor.set(tensor, [use]);
  }
  return [...byTensor].map(([tensor, all]) => ({ tensor, scale: usable.get(tensor) ?? NaN, uses: all }));
}

function unplaced(candidates: Candidates, name: string): Unplaced {
  return { name, why: whyUnplaced(candidates, name) };
}

function whyUnplaced(candidates: Candidates, name: string): string {
  const { graph } = candidates;
  const { producers, inputs, constants, uses, nestedReads } = graph;
  if (constants.has(name)) return t`it is a constant`;
  if (!producers.has(name) && !inputs.has(name))
    return unnamedLayer(name) === null
      ? t`the model has no such tensor`
      : t`this is TensorRT's own name for a layer's output: no tensor of the model has it`;
  const type = candidates.otherType(name);
  if (type !== null) return t`it is ${type}`;
  if (candidates.isExcludedTensor(name)) return t`it is excluded`;
  const readers = (uses.get(name) ?? []).map(({ node }) => node);
  if (readers.length === 0) return nestedReads.has(name) ? t`only a graph within a node reads it` : t`nothing reads it`;
  return t`no pair belongs there: it is read by ${opsOf(readers)}${isSeenOutside(graph, name) ? t` and outside the graph` : ''}`;
}

function opsOf(nodes: readonly ModelNode[]): string {
  return [...new Set(nodes.map(({ op }) => op))].join(', ');
}
