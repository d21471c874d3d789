/** ONNX networks: the structure of the graph, the names in it, and which of its tensors a table can hold. */
import { hasControlBytes } from '../../bytes/bytes.js';
import { NetworkError, type Calibrated, type Network, type NetworkLayer, type NetworkReader } from '../network.js';
import { inferTypes, type InferredTypes } from './inferTypes.js';
import { decodeModel, type GraphMessage, type NodeMessage } from './schema.js';
import { isFloatTensor } from './valueType.js';
import { t } from '../../texts/translate.js';

/** With any of these in it TensorRT quantizes as the network says, and reads no table. */
const QUANTIZING: ReadonlySet<string> = new Set(['QuantizeLinear', 'DequantizeLinear']);

export const onnxReader: NetworkReader = {
  kind: 'onnx',
  extensions: ['onnx'],
  recognises: (bytes, file) => /\.onnx$/i.test(file) || hasControlBytes(bytes),
  read: readOnnx,
};

/** Reads an ONNX model; external data is no obstacle. Throws NetworkError when the bytes are no model with a graph. */
function readOnnx(bytes: Uint8Array, file: string): Network {
  const model = decodeModel(bytes, file);
  const graph = model.graph ?? {};
  const nodes = graph.node ?? [];
  // A graph may hand on nothing but its initializers; without outputs it is none.
  if (nodes.length === 0 && (graph.output ?? []).length === 0)
    throw new NetworkError(file, t`no nodes in this file: it is no ONNX model, or an empty one.`);
  const inferred = inferTypes(model, file);
  const constantNodes = nodes.filter(({ opType }) => opType === 'Constant');
  const constants = new Set([...initializers(graph), ...constantNodes.flatMap(({ output = [] }) => output)]);
  const inputs = namesOf(graph.input).filter((name) => !constants.has(name));
  const layers = nodes.filter(({ opType }) => opType !== 'Constant').map(layerOf);
  return {
    kind: 'onnx',
    name: graph.name ?? '',
    inputs,
    layers,
    constants,
    calibrated: calibratedTensors([...inputs, ...layers.flatMap(({ tops }) => tops)], graph, inferred),
    otherNames: new Set([...inferred.inner, ...constantNodes.flatMap(({ name }) => name || [])]),
    quantizesItself: [graph, ...(model.functions ?? [])].some((part) =>
      nodesOf(part).some(({ opType = '' }) => QUANTIZING.has(opType)),
    ),
    notes: [],
  };
}

/** Which tensors hold no floating-point numbers, or are read by nothing, and whether TensorRT may ask for them all the same. */
function calibratedTensors(
  names: readonly string[],
  graph: GraphMessage,
  { types, live }: InferredTypes,
): Map<string, Calibrated> {
  const quantized = new Set(
    nodesOf(graph).flatMap(({ opType, output = [] }) => (opType === 'QuantizeLinear' ? output : [])),
  );
  const unread = unreadTensors(graph, names);
  const calibrated = (name: string): Calibrated | null => {
    const type = types.get(name);
    if (type && isFloatTensor(type)) return unread.has(name) ? 'maybe' : null;
    if (type === undefined) return 'maybe';
    return type.depth === 0 && live.has(name) && !quantized.has(name) ? 'maybe' : 'no';
  };
  return new Map(names.flatMap((name): [string, Calibrated][] => mapped(name, calibrated(name))));
}

function mapped(name: string, calibrated: Calibrated | null): [string, Calibrated][] {
  return calibrated === null ? [] : [[name, calibrated]];
}

/** What no node reads and the graph doesn't hand out: TensorRT drops it, unless another output of its node is read. */
function unreadTensors(graph: GraphMessage, names: readonly string[]): Set<string> {
  const read = new Set(namesOf(graph.output));
  if (read.size === 0) return read;
  // By an inner graph too: its names may be those of the graph around it.
  for (const { input = [] } of nodesOf(graph)) input.forEach((name) => read.add(name));
  for (const { output } of innerGraphs(graph)) namesOf(output).forEach((name) => read.add(name));
  return new Set(names.filter((name) => !read.has(name)));
}

/** The graphs in a graph's nodes, however deep. Nesting is known to be bounded by now. */
function innerGraphs({ node = [] }: Pick<GraphMessage, 'node'>): GraphMessage[] {
  const direct = node.flatMap(({ attribute = [] }) => attribute.flatMap(({ g }) => g ?? []));
  return direct.flatMap((graph) => [graph, ...innerGraphs(graph)]);
}

/** Nodes of a graph and of those in it. */
function nodesOf(graph: Pick<GraphMessage, 'node'>): NodeMessage[] {
  return [graph, ...innerGraphs(graph)].flatMap(({ node = [] }) => node);
}

function initializers({ initializer = [], sparseInitializer = [] }: GraphMessage): string[] {
  return namesOf([...initializer, ...sparseInitializer.map(({ values }) => values ?? {})]);
}

function layerOf({ name = '', opType = '', input = [], output = [] }: NodeMessage): NetworkLayer {
  const present = (names: string[]): string[] => names.filter((tensor) => tensor !== '');
  return { name, type: opType, bottoms: present(input), tops: present(output) };
}

function namesOf(items: readonly { name?: string }[] = []): string[] {
  return items.flatMap(({ name }) => name ?? []);
}
