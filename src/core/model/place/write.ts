/** A placement written into the model's bytes: new nodes before their first use, new initializers after the last one. */
import { constantRecord, floatBytes, nodeChange, nodeRecord, tensorBytes } from '../encode.js';
import { DATA_TYPE, GRAPH } from '../fields.js';
import type { ModelNode, OnnxModel } from '../model.js';
import { NewNames } from '../newNames.js';
import { changed, recordOf, replaced, type Change, type Pieces } from '../pieces.js';
import { allOf, inside, recordsOf } from '../records.js';
import type { Placement } from './placement.js';

/** From this version on an initializer need not be a graph input, too. */
const FREE_INITIALIZERS = 4;

/** A pair of either kind, as it is written. */
interface Written {
  readonly tensor: string;
  readonly axis: number | null;
  readonly scales: ArrayLike<number>;
  readonly uses: readonly { readonly node: ModelNode; readonly input: number }[];
}

/** The model with pairs: all bytes that need not change are those of the model. */
export function writePlacement(model: OnnxModel, { pairs, weights }: Placement): Pieces {
  const all: Written[] = [
    ...pairs.map(({ tensor, scale, uses }) => ({ tensor, axis: null, scales: [scale], uses })),
    ...weights,
  ];
  const names = new NewNames(model.taken);
  const rewired = new Map<ModelNode, Map<number, string>>();
  const initializers: Uint8Array[] = [];
  const changes: Change[] = [];
  for (const pair of [...all].sort(byFirstUse)) {
    const { nodes, parameters, output } = encode(model, pair, names);
    const [first] = [...pair.uses].sort((a, b) => a.node.index - b.node.index);
    if (!first) continue;
    changes.push({ start: first.node.record.start, end: first.node.record.start, pieces: nodes });
    initializers.push(...parameters);
    for (const { node, input } of pair.uses) {
      const inputs = rewired.get(node) ?? new Map<number, string>();
      rewired.set(node, inputs.set(input, output));
    }
  }
  for (const [node, inputs] of rewired) changes.push(nodeChange(model.bytes, node, { inputs }));
  return withGraphChanges(model, [...changes, ...afterInitializers(model, initializers)]);
}

function byFirstUse(a: Written, b: Written): number {
  const [first, second] = [firstUse(a), firstUse(b)];
  return first.node - second.node || first.input - second.input;
}

function firstUse({ uses }: Written): { node: number; input: number } {
  return uses
    .map(({ node, input }) => ({ node: node.index, input }))
    .reduce((first, use) =>
      use.node < first.node || (use.node === first.node && use.input < first.input) ? use : first,
    );
}

interface Encoded {
  readonly nodes: Pieces;
  /** Records of initializers. */
  readonly parameters: Pieces;
  readonly output: string;
}

/** Names are those of onnxruntime's quantizer: its debugging tools and others look for them. */
function encode({ irVersion }: OnnxModel, { tensor, axis, scales }: Written, names: NewNames): Encoded {
  const [scale, zero] = [names.take(`${tensor}_scale`), names.take(`${tensor}_zero_point`)];
  const quantized = names.take(`${tensor}_QuantizeLinear_Output`);
  const output = names.take(`${tensor}_DequantizeLinear_Output`);
  const dims = axis === null ? [] : [scales.length];
  const parameters = [
    { name: scale, tensor: tensorBytes(scale, DATA_TYPE.float32, dims, floatBytes(scales)) },
    { name: zero, tensor: tensorBytes(zero, DATA_TYPE.int8, dims, new Uint8Array(scales.length)) },
  ];
  const asNodes = irVersion < FREE_INITIALIZERS;
  const node = (op: string, input: string, to: string): Uint8Array[] =>
    nodeRecord({ op, name: names.take(`${tensor}_${op}`), inputs: [input, scale, zero], output: to, axis });
  return {
    output,
    parameters: asNodes ? [] : parameters.flatMap((item) => recordOf(GRAPH.initializer, [item.tensor])),
    nodes: [
      ...(asNodes ? parameters.flatMap((item) => constantRecord(item.name, item.name, item.tensor)) : []),
      ...node('QuantizeLinear', tensor, quantized),
      ...node('DequantizeLinear', quantized, output),
    ],
  };
}

function afterInitializers({ bytes, graphRecord }: OnnxModel, pieces: Pieces): Change[] {
  if (pieces.length === 0) return [];
  const records = recordsOf(bytes, inside(graphRecord));
  const last = allOf(records, GRAPH.initializer).at(-1) ?? allOf(records, GRAPH.node).at(-1);
  const place = last?.end ?? graphRecord.end;
  return [{ start: place, end: place, pieces }];
}

/** The model with its graph's records changed. */
export function withGraphChanges({ bytes, graphRecord }: OnnxModel, changes: readonly Change[]): Pieces {
  const graph = changed(bytes, inside(graphRecord), changes);
  return changed(bytes, { start: 0, end: bytes.length }, [replaced(graphRecord, graph)]);
}
