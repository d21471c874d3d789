/**
 * A model in which each pair can be switched on and off, and its scale tried, from run to run: one input holds all scales, and a
 * scale of 0 passes the tensor on as it is. One session serves thousands of questions.
 */
import {
  constantRecord,
  encodeNode,
  floatBytes,
  graphAttribute,
  int64Bytes,
  integerAttribute,
  nodeChange,
  tensorBytes,
} from '../encode.js';
import { DATA_TYPE, GRAPH } from '../fields.js';
import { graphOf } from '../graph.js';
import type { ModelNode, OnnxModel } from '../model.js';
import { NewNames } from '../newNames.js';
import { recordOf, type Change, type Pieces } from '../pieces.js';
import type { ReadExternal } from '../tensorData.js';
import { valueInfo } from '../valueInfo.js';
import { bakedWeights } from './bakedWeights.js';
import type { Placement } from './placement.js';
import { withGraphChanges } from './write.js';

export interface Probe {
  readonly pieces: Pieces;
  /** The input that takes the scales: float32, one a pair, in the order of the placement; 0 leaves a tensor in float. */
  readonly scalesInput: string;
}

/** How a node's inputs change, by node. */
type Rewired = Map<ModelNode, Map<number, string>>;

/**
 * The model with switchable pairs.
 * @param quantizeWeights whether the weights of the placement are those of INT8
 * @throws {ModelError} when weights can't be read
 */
export async function writeProbe(
  model: OnnxModel,
  { pairs, weights }: Placement,
  quantizeWeights: boolean,
  external: ReadExternal,
): Promise<Probe> {
  const names = new NewNames(model.taken);
  const [scalesInput, zero] = [names.take('calibration_scales'), names.take('calibration_zero')];
  const rewired: Rewired = new Map();
  const changes: Change[] = [];
  const first = model.nodes[0]?.record.start ?? model.graphRecord.value;
  const constants = [...constant(names, zero, tensorBytes('', DATA_TYPE.int8, [], new Uint8Array(1)))];
  for (const [index, { tensor, uses }] of pairs.entries()) {
    const at = names.take(`${tensor}_probe_index`);
    const number = tensorBytes('', DATA_TYPE.int64, [], int64Bytes([BigInt(index)]));
    constants.push(...constant(names, at, number));
    const { records, output } = switched(names, tensor, { scalesInput, at, zero });
    const reader = Math.min(...uses.map(({ node }) => node.index));
    const place = model.nodes[reader]?.record.start ?? first;
    changes.push({ start: place, end: place, pieces: records });
    for (const use of uses) rewire(rewired, use, output);
  }
  const graph = graphOf(model);
  for (const pair of quantizeWeights ? weights : []) {
    const { dims, values } = await bakedWeights(graph, pair, external);
    const output = names.take(`${pair.tensor}_int8`);
    constants.push(...constant(names, output, tensorBytes('', DATA_TYPE.float32, dims, floatBytes(values))));
    for (const use of pair.uses) rewire(rewired, use, output);
  }
  for (const [node, inputs] of rewired) changes.push(nodeChange(model.bytes, node, { inputs }));
  const input = recordOf(GRAPH.input, [valueInfo(scalesInput, DATA_TYPE.float32, [pairs.length])]);
  changes.unshift({ start: first, end: first, pieces: [...constants, ...input] });
  return { scalesInput, pieces: withGraphChanges(model, changes) };
}

function constant(names: NewNames, output: string, tensor: Uint8Array): Uint8Array[] {
  return constantRecord(names.take(`${output}_node`), output, tensor);
}

function rewire(
  rewired: Rewired,
  { node, input }: { readonly node: ModelNode; readonly input: number },
  to: string,
): void {
  rewired.set(node, (rewired.get(node) ?? new Map<number, string>()).set(input, to));
}

/** `If` runs one branch only: what is switched off costs a copy. */
function switched(
  names: NewNames,
  tensor: string,
  { scalesInput, at, zero }: { readonly scalesInput: string; readonly at: string; readonly zero: string },
): { records: Uint8Array[]; output: string } {
  const named = (what: string): string => names.take(`${tensor}_probe_${what}`);
  const [scale, isOn, output] = [named('scale'), named('is_on'), named('out')];
  const [quantized, real, plain] = [named('q'), named('dq'), named('plain')];
  const node = (
    op: string,
    inputs: readonly string[],
    to: string,
    attributes: readonly Uint8Array[] = [],
  ): Uint8Array => encodeNode({ op, name: named(op), inputs, output: to, attributes });
  const branch = (name: string, nodes: readonly Uint8Array[], to: string): Uint8Array =>
    graphAttribute(name, named(name), nodes, valueInfo(to));
  const whenOn = branch(
    'then_branch',
    [
      node('QuantizeLinear', [tensor, scale, zero], quantized),
      node('DequantizeLinear', [quantized, scale, zero], real),
    ],
    real,
  );
  const whenOff = branch('else_branch', [node('Identity', [tensor], plain)], plain);
  const nodes = [
    node('Gather', [scalesInput, at], scale),
    node('Cast', [scale], isOn, [integerAttribute('to', DATA_TYPE.bool)]),
    node('If', [isOn], output, [whenOn, whenOff]),
  ];
  return { output, records: nodes.flatMap((bytes) => recordOf(GRAPH.node, [bytes])) };
}
