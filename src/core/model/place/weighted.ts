/** Operators with weights: their input and their weights get a pair, or they stay in float as a whole. */
import { isWeighted, weightedInput } from '../operators.js';
import type { ModelNode } from '../model.js';
import type { ReadExternal } from '../tensorData.js';
import type { Candidates } from './candidates.js';
import type { LeftLayer, PairUse, WeightPair } from './placement.js';
import { weightOf, weightScales, type Weight } from './weights.js';
import { t } from '../../texts/translate.js';

export interface Weighted {
  readonly uses: readonly PairUse[];
  readonly weights: readonly WeightPair[];
  readonly left: readonly LeftLayer[];
  readonly missing: readonly string[];
}

export interface WeightReading {
  readonly external: ReadExternal;
  readonly perTensor: boolean;
  /** Called before each operator whose weights are read, with the share (0 to 1) that is done; may throw to stop. */
  readonly pulse?: (share: number) => Promise<void>;
}

type Gathered = WeightPair & { readonly uses: { node: ModelNode; input: number }[]; readonly owners: ModelNode[] };

/** Throws ModelError when weights lie in a file that can't be read. */
export async function placeWeighted(candidates: Candidates, reading: WeightReading): Promise<Weighted> {
  const { nodes } = candidates.graph.model;
  const uses: PairUse[] = [];
  const left: LeftLayer[] = [];
  const missing = new Set<string>();
  const store = new WeightStore(candidates, reading);
  for (const node of nodes.filter(isWeighted)) {
    const input = weightedInput(node, (name) => candidates.graph.constants.has(name));
    const tensor = input === null ? '' : (node.inputs[input] ?? '');
    if (input !== null && isMissing(candidates, node, tensor)) missing.add(tensor);
    const problem = inputProblem(candidates, node, input);
    if (problem === null) await reading.pulse?.(node.index / nodes.length);
    const why = problem ?? (await store.add(node, input ?? 0));
    if (why !== null) left.push({ node, why });
    else uses.push({ node, input: input ?? 0, why: 'weighted' });
  }
  return { uses, left, missing: [...missing], weights: store.pairs };
}

function isMissing(candidates: Candidates, node: ModelNode, tensor: string): boolean {
  return (
    tensor !== '' &&
    !candidates.graph.constants.has(tensor) &&
    candidates.lacks(tensor) &&
    !candidates.isExcluded(node) &&
    !candidates.isExcludedTensor(tensor)
  );
}

function inputProblem(candidates: Candidates, node: ModelNode, input: number | null): string | null {
  if (candidates.isExcluded(node)) return t`it is excluded`;
  if (input === null) return t`both of its inputs are computed: it has no weights`;
  const tensor = node.inputs[input] ?? '';
  if (tensor === '') return t`it has no input`;
  if (candidates.graph.constants.has(tensor)) return t`its input is a constant`;
  return candidates.inputProblem(tensor);
}

/** Pairs of weights: one for a tensor and axis, shared by all operators that read it. */
class WeightStore {
  readonly #candidates: Candidates;
  readonly #reading: WeightReading;
  readonly #pairs = new Map<string, Gathered>();

  constructor(candidates: Candidates, reading: WeightReading) {
    this.#candidates = candidates;
    this.#reading = reading;
  }

  get pairs(): readonly WeightPair[] {
    return [...this.#pairs.values()];
  }

  /** Gives an operator's weights a pair; else says why not. */
  async add(node: ModelNode, activation: number): Promise<string | null> {
    const found = weightOf(this.#candidates.graph, node, activation);
    if (typeof found === 'string') return found;
    if (this.#candidates.isExcludedTensor(found.tensor)) return t`its weights "${found.tensor}" are excluded`;
    const weight = this.#reading.perTensor ? { ...found, axis: null } : found;
    const key = JSON.stringify([weight.tensor, weight.axis]);
    const known = this.#pairs.get(key);
    if (known) {
      known.uses.push(weight.use);
      known.owners.push(node);
      return null;
    }
    const scales = await this.#scales(weight);
    if (typeof scales === 'string') return scales;
    const { tensor, axis, use } = weight;
    this.#pairs.set(key, { tensor, axis, scales, uses: [use], owners: [node] });
    return null;
  }

  async #scales(weight: Weight): Promise<Float32Array | string> {
    return weightScales(this.#candidates.graph.model.bytes, weight, this.#reading.external);
  }
}
