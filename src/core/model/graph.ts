/** Who writes and who reads each tensor of a model. */
import { tensorAttribute } from './attributes.js';
import { isOp, nodeLabel, readTensor, type ModelNode, type ModelTensor, type OnnxModel } from './model.js';
import { ModelError } from './records.js';
import { t } from '../texts/translate.js';

/** A node that reads a tensor, and as which of its inputs (from 0). */
export interface Use {
  readonly node: ModelNode;
  readonly input: number;
}

export interface Graph {
  readonly model: OnnxModel;
  readonly producers: ReadonlyMap<string, ModelNode>;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly outputs: ReadonlySet<string>;
  /** Inputs that are fed, those with a default value left out. */
  readonly inputs: ReadonlySet<string>;
  /** Tensors that a graph within a node may read. */
  readonly nestedReads: ReadonlySet<string>;
  /** Tensors that depend on no input. */
  readonly constants: ReadonlySet<string>;
}

export function graphOf(model: OnnxModel): Graph {
  const producers = new Map<string, ModelNode>();
  const uses = new Map<string, Use[]>();
  const nestedReads = new Set<string>();
  for (const node of model.nodes) {
    for (const output of node.outputs) if (output !== '') producers.set(output, node);
    node.inputs.forEach((name, input) => {
      if (name === '') return;
      const known = uses.get(name);
      if (known) known.push({ node, input });
      else uses.set(name, [{ node, input }]);
    });
    node.nestedReads.forEach((name) => nestedReads.add(name));
  }
  return {
    model,
    producers,
    uses,
    nestedReads,
    outputs: new Set(model.outputs.map(({ name }) => name)),
    inputs: new Set(model.inputs.flatMap(({ name }) => (model.initializers.has(name) ? [] : [name]))),
    constants: constantsOf(model),
  };
}

/** Initializers, Constant nodes and what is computed of these alone. */
function constantsOf({ nodes, initializers }: OnnxModel): Set<string> {
  const constants = new Set(initializers.keys());
  for (const node of nodes) {
    const { inputs, outputs, nestedReads } = node;
    const isFolded =
      inputs.length > 0 && nestedReads.size === 0 && inputs.every((name) => name === '' || constants.has(name));
    if (isFolded || isOp(node, 'Constant')) outputs.forEach((name) => constants.add(name));
  }
  constants.delete('');
  return constants;
}

/** True when something outside the graph's own nodes reads a tensor: it must keep its name and its values. */
export function isSeenOutside({ outputs, nestedReads }: Graph, name: string): boolean {
  return outputs.has(name) || nestedReads.has(name);
}

/** The tensor that a name stands for without computing anything: an initializer or a Constant's value, also behind Identity. */
export function constantTensor(graph: Graph, name: string): ModelTensor | null {
  const { model, producers } = graph;
  let at = name;
  for (let steps = 0; steps <= model.nodes.length; steps++) {
    const tensor = model.initializers.get(at);
    if (tensor) return tensor;
    const node = producers.get(at);
    if (!node) return null;
    if (isOp(node, 'Constant')) {
      const span = tensorAttribute(model.bytes, node, 'value');
      return span && { ...readTensor(model.bytes, span), name: at };
    }
    if (!isOp(node, 'Identity')) return null;
    at = node.inputs[0] ?? '';
  }
  return null;
}

/**
 * Refuses a graph in which a tensor is read and never written, written twice, or depends on itself.
 * @throws {ModelError} that names the tensor and the node
 */
export function checkGraph({ model, producers, inputs }: Graph): void {
  const known = (name: string): boolean =>
    name === '' || inputs.has(name) || model.initializers.has(name) || producers.has(name);
  for (const node of model.nodes) {
    const dangling = node.inputs.find((name) => !known(name));
    if (dangling !== undefined)
      throw new ModelError(t`node "${nodeLabel(node)}" reads "${dangling}", which nothing in the model writes.`);
    const twice = node.outputs.find((name) => name !== '' && (producers.get(name) !== node || inputs.has(name)));
    if (twice !== undefined) throw new ModelError(t`the tensor "${twice}" is written twice.`);
  }
  checkOrder(model, producers);
}

/** Nodes are taken as their inputs are ready; what is never ready goes round in a circle. */
function checkOrder({ nodes }: OnnxModel, producers: ReadonlyMap<string, ModelNode>): void {
  const readers = new Map<ModelNode, ModelNode[]>();
  const waits = nodes.map((node) => {
    const sources = new Set([...node.inputs, ...node.nestedReads].flatMap((name) => producers.get(name) ?? []));
    if (node.nestedReads.size > 0) node.outputs.forEach((name) => sources.delete(producers.get(name) ?? node));
    for (const source of sources) {
      const known = readers.get(source);
      if (known) known.push(node);
      else readers.set(source, [node]);
    }
    return sources.size;
  });
  const ready = nodes.filter((_, i) => waits[i] === 0);
  let done = 0;
  for (let node = ready.pop(); node; node = ready.pop()) {
    done++;
    for (const reader of readers.get(node) ?? []) {
      waits[reader.index] = (waits[reader.index] ?? 0) - 1;
      if (waits[reader.index] === 0) ready.push(reader);
    }
  }
  const stuck = done === nodes.length ? undefined : nodes.find((_, i) => (waits[i] ?? 0) > 0);
  if (stuck) throw new ModelError(t`the graph goes round in a circle: node "${nodeLabel(stuck)}" waits for itself.`);
}
