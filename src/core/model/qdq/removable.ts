/** Which Q/DQ pairs of a model can go, and what then stands in their place. */
import { constantTensor, isSeenOutside, type Graph } from '../graph.js';
import { isOp, nodeLabel, type ModelNode, type ModelTensor } from '../model.js';
import { dequantizers, isDequantize, isQuantize } from './pairs.js';
import type { Reasoned } from './entries.js';
import { t } from '../../texts/translate.js';

/** A quantized constant that becomes a float32 initializer under the name of what dequantizes it. */
export interface Widened {
  readonly node: ModelNode;
  readonly data: ModelTensor;
  readonly output: string;
}

export interface Removable {
  readonly nodes: ReadonlySet<ModelNode>;
  /** What is read instead of a tensor that is gone. */
  readonly instead: ReadonlyMap<string, string>;
  /** Graph outputs, by the tensors whose producers take their names. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly widened: readonly Widened[];
  /** Pairs that stay, by the tensor that they quantize. */
  readonly kept: readonly Reasoned[];
}

/** Types of constants that are widened: 8 bits, and the 32 of biases. */
const WIDENED_TYPES = new Set([2, 3, 6]);

export function removablePairs(graph: Graph): Removable {
  const finder = new Finder(graph);
  // In the order of the nodes: a pair behind a pair reads what the first one read.
  for (const node of graph.model.nodes) {
    if (isQuantize(node)) finder.takePair(node);
    else if (isDequantize(node)) finder.takeConstant(node);
  }
  return finder;
}

class Finder implements Removable {
  readonly nodes = new Set<ModelNode>();
  readonly instead = new Map<string, string>();
  readonly renamed = new Map<string, string>();
  readonly widened: Widened[] = [];
  readonly kept: Reasoned[] = [];
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  takePair(quantize: ModelNode): void {
    const [tensor = ''] = quantize.inputs;
    const why = this.#whyQuantizedIsNeeded(quantize) ?? this.#takeAll(quantize, tensor);
    if (why !== null) this.kept.push({ name: tensor, why });
    else this.nodes.add(quantize);
  }

  /** Something but a DequantizeLinear reads the quantized values. */
  #whyQuantizedIsNeeded(quantize: ModelNode): string | null {
    const [output = ''] = quantize.outputs;
    const readers = this.#graph.uses.get(output) ?? [];
    const other = readers.find(({ node, input }) => input !== 0 || !isDequantize(node));
    if (other) return t`"${nodeLabel(other.node)}" (${other.node.op}) reads its quantized values`;
    if (this.#graph.outputs.has(output)) return t`its quantized values are an output of the graph`;
    return this.#graph.nestedReads.has(output) ? NESTED : null;
  }

  /** Takes every DequantizeLinear of a pair that can go; a reason when one must stay, and the pair with it. */
  #takeAll(quantize: ModelNode, tensor: string): string | null {
    let stays: string | null = null;
    for (const node of dequantizers(this.#graph, quantize)) {
      const why = this.#take(node, tensor);
      if (why === null) this.nodes.add(node);
      stays ??= why;
    }
    return stays;
  }

  #take({ outputs: [output = ''] }: ModelNode, tensor: string): string | null {
    if (this.#graph.nestedReads.has(output)) return NESTED;
    if (!this.#graph.outputs.has(output)) {
      this.instead.set(output, tensor);
      return null;
    }
    const source = final(this.instead, tensor);
    const producer = this.#graph.producers.get(source);
    if (!producer || isSeenOutside(this.#graph, source) || this.renamed.has(source))
      return t`"${source}" and "${output}" both are ports of the graph`;
    this.renamed.set(source, output);
    return null;
  }

  /** A constant that is stored quantized, with nothing but a DequantizeLinear. */
  takeConstant(node: ModelNode): void {
    const [input = '', scale = '', zero = ''] = node.inputs;
    const [output = ''] = node.outputs;
    const data = constantTensor(this.#graph, input);
    const known = [scale, ...(zero === '' ? [] : [zero])].every((name) => constantTensor(this.#graph, name));
    if (!data || !known || !WIDENED_TYPES.has(data.dataType) || this.#graph.outputs.has(output)) return;
    this.widened.push({ node, data, output });
    this.nodes.add(node);
  }
}

const NESTED = t`a graph within a node reads it`;

/** What a name stands for at last. */
export function final(instead: ReadonlyMap<string, string>, name: string): string {
  let at = name;
  for (let steps = 0; steps <= instead.size; steps++) {
    const next = instead.get(at);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** Constant nodes and Identity nodes pass on a scale without computing it. */
export function passesOn(node: ModelNode): boolean {
  return isOp(node, 'Constant', 'Identity');
}
