/** A model without its Q/DQ pairs. Of our own output the model that it was made of, byte for byte. */
import { integerAttribute } from '../attributes.js';
import { floatBytes, nodeChange, tensorBytes } from '../encode.js';
import { DATA_TYPE, GRAPH } from '../fields.js';
import { constantTensor, graphOf, isSeenOutside, type Graph } from '../graph.js';
import type { ModelNode, OnnxModel } from '../model.js';
import { recordOf, removed, type Change, type Pieces } from '../pieces.js';
import { withGraphChanges } from '../place/write.js';
import { ModelError } from '../records.js';
import { numbersOf, type ReadExternal } from '../tensorData.js';
import type { Reasoned } from './entries.js';
import { final, passesOn, removablePairs, type Removable, type Widened } from './removable.js';
import { t } from '../../texts/translate.js';

export interface Stripped {
  readonly pieces: Pieces;
  /** Pairs that had to stay. */
  readonly kept: readonly Reasoned[];
}

/**
 * Takes the pairs out: what read the DequantizeLinear reads the QuantizeLinear's input, quantized constants become float32.
 * @throws {ModelError} when a quantized constant lies in a file that can't be read, or does not fit its scales
 */
export async function stripPairs(model: OnnxModel, external: ReadExternal, graph = graphOf(model)): Promise<Stripped> {
  const removable = removablePairs(graph);
  const orphans = orphansOf(graph, removable);
  const gone = new Set<ModelNode>([...removable.nodes, ...orphans.nodes]);
  const changes: Change[] = [
    ...[...gone].map(({ record }) => removed(record)),
    ...model.nodes.flatMap((node) => (gone.has(node) ? [] : rewired(model, node, removable))),
    ...removedNames(model, goneNames(removable, gone, orphans.initializers), orphans.initializers),
  ];
  for (const item of removable.widened) changes.push(await widened(graph, item, external));
  return { pieces: withGraphChanges(model, joinedAtPlaces(changes)), kept: removable.kept };
}

/** Inputs and outputs of a node that stays, by what they are called without the pairs. */
function rewired({ bytes }: OnnxModel, node: ModelNode, { instead, renamed }: Removable): Change[] {
  const differing = (names: readonly string[], to: (name: string) => string): Map<number, string> =>
    new Map(names.flatMap((name, i): [number, string][] => (to(name) === name ? [] : [[i, to(name)]])));
  const rename = (name: string): string => renamed.get(name) ?? name;
  const inputs = differing(node.inputs, (name) => rename(final(instead, name)));
  const outputs = differing(node.outputs, rename);
  return inputs.size + outputs.size === 0 ? [] : [nodeChange(bytes, node, { inputs, outputs })];
}

interface Orphans {
  readonly nodes: ReadonlySet<ModelNode>;
  readonly initializers: ReadonlySet<string>;
}

/** Scales, zero points and quantized constants that nothing reads once the pairs are gone. */
function orphansOf(graph: Graph, { nodes: pairs, widened: constants }: Removable): Orphans {
  const nodes = new Set<ModelNode>();
  const initializers = new Set<string>();
  const candidates = [
    ...[...pairs].flatMap(({ inputs }) => inputs.slice(1)),
    ...constants.flatMap(({ node }) => node.inputs.slice(0, 1)),
  ];
  const isGone = (node: ModelNode): boolean => pairs.has(node) || nodes.has(node);
  for (let name = candidates.pop(); name !== undefined; name = candidates.pop()) {
    if (name === '' || isSeenOutside(graph, name) || !(graph.uses.get(name) ?? []).every(({ node }) => isGone(node)))
      continue;
    const producer = graph.producers.get(name);
    if (graph.model.initializers.has(name)) initializers.add(name);
    else if (producer && passesOn(producer)) {
      nodes.add(producer);
      candidates.push(...producer.inputs);
    }
  }
  return { nodes, initializers };
}

/** Names that stand for nothing any more. */
function goneNames(
  { renamed, widened: constants }: Removable,
  nodes: ReadonlySet<ModelNode>,
  initializers: ReadonlySet<string>,
): Set<string> {
  const gone = new Set([...[...nodes].flatMap(({ outputs }) => outputs), ...renamed.keys(), ...initializers]);
  for (const name of [...renamed.values(), ...constants.map(({ output }) => output)]) gone.delete(name);
  return gone;
}

/** Takes away what the graph says of names that are gone. */
function removedNames(
  { inputs, values, initializers }: OnnxModel,
  gone: ReadonlySet<string>,
  orphans: ReadonlySet<string>,
): Change[] {
  return [
    ...[...values, ...inputs].filter(({ name }) => gone.has(name)).map(({ record }) => removed(record)),
    ...[...orphans].flatMap((name) => initializers.get(name)?.record ?? []).map(removed),
  ];
}

/** A float32 initializer in the place of a DequantizeLinear on a constant. */
async function widened(graph: Graph, { node, data, output }: Widened, external: ReadExternal): Promise<Change> {
  const { bytes } = graph.model;
  const [, scaleName = '', zeroName = ''] = node.inputs;
  const scale = await constantNumbers(graph, scaleName, external);
  const zero = zeroName === '' ? Float64Array.of(0) : await constantNumbers(graph, zeroName, external);
  const numbers = await numbersOf(bytes, data, external);
  const axis = integerAttribute(bytes, node, 'axis', 1);
  const channelOf = channels(data.dims, axis < 0 ? axis + data.dims.length : axis, scale.length, output);
  const values = Float32Array.from(numbers, (number, i) => {
    const channel = channelOf(i);
    return Math.fround(number - (zero[zero.length === 1 ? 0 : channel] ?? 0)) * (scale[channel] ?? NaN);
  });
  const tensor = tensorBytes(output, DATA_TYPE.float32, data.dims, floatBytes(values));
  const { end } = node.record;
  return { start: end, end, pieces: recordOf(GRAPH.initializer, [tensor]) };
}

async function constantNumbers(graph: Graph, name: string, external: ReadExternal): Promise<Float64Array> {
  const tensor = constantTensor(graph, name);
  if (!tensor) throw new ModelError(t`"${name}" is computed.`);
  return numbersOf(graph.model.bytes, tensor, external);
}

/** Which scale a number (by its place in the tensor) takes. */
function channels(dims: readonly number[], axis: number, scales: number, name: string): (i: number) => number {
  if (scales === 1) return () => 0;
  if (dims[axis] !== scales)
    throw new ModelError(t`"${name}" has ${scales} scales, and ${dims[axis] ?? 'no'} channels on axis ${axis}.`);
  const inner = dims.slice(axis + 1).reduce((product, dim) => product * dim, 1);
  return (i) => Math.floor(i / inner) % scales;
}

/** Several changes of one record (an input that is an initializer's, too) are one. */
function joinedAtPlaces(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({ start, end }) => {
    if (start === end) return true;
    const key = `${start}:${end}`;
    return !seen.has(key) && seen.add(key);
  });
}
