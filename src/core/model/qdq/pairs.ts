/** The QuantizeLinear nodes of a model, and what each says about its tensor. */
import { floatToBits } from '../../bytes/float32.js';
import { integerAttribute } from '../attributes.js';
import { DATA_TYPE, typeName } from '../fields.js';
import { constantTensor, graphOf, type Graph } from '../graph.js';
import { isDefault, nodeLabel, type ModelNode, type ModelTensor, type OnnxModel } from '../model.js';
import { ModelError } from '../records.js';
import { countOf } from '../tensorData.js';
import { smallNumbers } from './smallNumbers.js';
import { t } from '../../texts/translate.js';

/** Smallest and largest quantized number of the types that have 8 bits. */
const LIMITS: Readonly<Record<number, readonly [number, number]>> = {
  [DATA_TYPE.uint8]: [0, 255],
  [DATA_TYPE.int8]: [-128, 127],
};

/** What a QuantizeLinear on an activation says. */
export interface PairScale {
  /** The entry's name in a table: the tensor that is quantized, or the graph output that it feeds. */
  readonly tensor: string;
  /** Name of the QuantizeLinear, for messages. */
  readonly node: string;
  readonly kind: 'symmetric' | 'asymmetric' | 'unusable';
  /** The stored scale; of an asymmetric pair the symmetric scale that holds as much. NaN for an unusable one. */
  readonly scale: number;
  /** Why there is no entry; for a symmetric one how it is stored, where that is not plain int8. */
  readonly why: string | null;
}

/** A constant that is quantized: counted, no entry. */
export interface QuantizedWeight {
  readonly name: string;
  readonly text: string;
}

export interface QdqReading {
  readonly model: OnnxModel;
  readonly graph: Graph;
  readonly activations: readonly PairScale[];
  readonly weights: readonly QuantizedWeight[];
}

export function isQuantize(node: ModelNode): boolean {
  return node.op === 'QuantizeLinear' && isQdqDomain(node);
}

export function isDequantize(node: ModelNode): boolean {
  return node.op === 'DequantizeLinear' && isQdqDomain(node);
}

/** onnxruntime has the same operators under its own domain, for types that ONNX did not have yet. */
function isQdqDomain({ domain }: ModelNode): boolean {
  return isDefault(domain) || domain === 'com.microsoft';
}

/** True when some activation, not only a weight, is quantized by a pair. */
export function hasPairs({ model, constants }: Graph): boolean {
  return model.nodes.some((node) => isQuantize(node) && !constants.has(node.inputs[0] ?? ''));
}

/** Reads the pairs of a model, in the order of its nodes. Never throws on what they say. */
export function readPairs(model: OnnxModel, graph: Graph = graphOf(model)): QdqReading {
  const quantizing = model.nodes.filter(isQuantize);
  const activations = quantizing.filter(({ inputs: [tensor = ''] }) => !graph.constants.has(tensor));
  return {
    model,
    graph,
    activations: activations.map((node) => scaleOfPair(graph, node)),
    weights: model.nodes.flatMap((node) => weightOf(graph, node)),
  };
}

function scaleOfPair(graph: Graph, node: ModelNode): PairScale {
  const base = { tensor: entryName(graph, node), node: nodeLabel(node) };
  const unusable = (why: string): PairScale => ({ ...base, kind: 'unusable', scale: NaN, why });
  try {
    const scale = scalarScale(graph, node);
    if (typeof scale === 'string') return unusable(scale);
    return { ...base, ...withZeroPoint(graph, node, scale) };
  } catch (error) {
    if (error instanceof ModelError) return unusable(error.message);
    throw error;
  }
}

/** The one scale of a pair, or why there is none. */
function scalarScale(graph: Graph, node: ModelNode): number | string {
  const name = node.inputs[1] ?? '';
  const tensor = constantTensor(graph, name);
  if (!tensor) return t`its scale "${name}" is computed`;
  const count = countOf(tensor);
  if (count !== 1) return t`it has one scale a channel (${count})`;
  if (
    tensor.dataType !== DATA_TYPE.float32 &&
    tensor.dataType !== DATA_TYPE.float16 &&
    tensor.dataType !== DATA_TYPE.bfloat16
  )
    return t`its scale is of type ${typeName(tensor.dataType)}`;
  return smallNumbers(graph.model.bytes, tensor)[0] ?? NaN;
}

function withZeroPoint(graph: Graph, node: ModelNode, scale: number): Pick<PairScale, 'kind' | 'scale' | 'why'> {
  const name = node.inputs[2] ?? '';
  if (name === '') return withoutZeroPoint(graph, node, scale);
  const tensor = constantTensor(graph, name);
  if (!tensor) return { kind: 'unusable', scale: NaN, why: t`its zero point "${name}" is computed` };
  const limits = LIMITS[tensor.dataType];
  if (!limits)
    return { kind: 'unusable', scale: NaN, why: t`it is quantized to ${typeName(tensor.dataType)}, not to 8 bits` };
  const [zero = NaN] = smallNumbers(graph.model.bytes, tensor);
  if (zero === 0 && tensor.dataType === DATA_TYPE.int8) return { kind: 'symmetric', scale, why: null };
  if (zero === 128 && tensor.dataType === DATA_TYPE.uint8)
    return { kind: 'symmetric', scale, why: t`uint8 with zero point 128: the same numbers as int8 with 0` };
  const [lowest, highest] = limits;
  return {
    kind: 'asymmetric',
    // What the farther end of its range asks of a scale whose range is the same on both sides.
    scale: Math.fround((Math.max(zero - lowest, highest - zero) * scale) / 127),
    why: t`asymmetric: ${typeName(tensor.dataType)} with zero point ${zero}`,
  };
}

/** Without a zero point ONNX means uint8 and 0, unless an attribute says otherwise; TensorRT reads int8. */
function withoutZeroPoint(graph: Graph, node: ModelNode, scale: number): Pick<PairScale, 'kind' | 'scale' | 'why'> {
  const type = integerAttribute(graph.model.bytes, node, 'output_dtype', 0);
  if (type === DATA_TYPE.int8) return { kind: 'symmetric', scale, why: null };
  if (type !== 0 && type !== DATA_TYPE.uint8)
    return { kind: 'unusable', scale: NaN, why: t`it is quantized to ${typeName(type)}, not to 8 bits` };
  return { kind: 'symmetric', scale, why: t`no zero point: TensorRT reads int8, ONNX means uint8` };
}

/** A tensor that only feeds a graph output through its pair has that output's name in the plain model. */
function entryName(graph: Graph, node: ModelNode): string {
  const tensor = node.inputs[0] ?? '';
  if (!graph.producers.has(tensor) || graph.outputs.has(tensor)) return tensor;
  return renamedTo(graph, node)[0] ?? tensor;
}

/** Graph outputs that a DequantizeLinear behind this QuantizeLinear writes. */
export function renamedTo(graph: Graph, quantize: ModelNode): string[] {
  return dequantizers(graph, quantize).flatMap(({ outputs: [output = ''] }) =>
    graph.outputs.has(output) ? [output] : [],
  );
}

/** The DequantizeLinear nodes that read what a node writes. */
export function dequantizers({ uses }: Graph, { outputs: [output = ''] }: ModelNode): ModelNode[] {
  return (uses.get(output) ?? []).flatMap(({ node, input }) => (input === 0 && isDequantize(node) ? [node] : []));
}

/** A constant under a QuantizeLinear, or one that is stored quantized. */
function weightOf(graph: Graph, node: ModelNode): QuantizedWeight[] {
  const [name = '', scale = ''] = node.inputs;
  if (!graph.constants.has(name)) return [];
  const isStored = isDequantize(node) && !graph.producers.get(name)?.op.startsWith('QuantizeLinear');
  if (!isQuantize(node) && !isStored) return [];
  const tensor = constantTensor(graph, scale);
  const count = tensor ? countOf(tensor) : null;
  const scales = count === null ? t`computed scales` : count === 1 ? t`one scale` : t`${count} scales, one a channel`;
  return [{ name, text: scales }];
}

/** Whether two scales are the same float32. */
export function sameScale(a: number, b: number): boolean {
  return floatToBits(a) === floatToBits(b);
}

/** The lowest quantized number of the types that tensors of activations have. */
const LOWEST: Readonly<Record<number, number>> = { 2: 0, 3: -128, 4: 0, 5: -32768 };

/**
 * Tensors whose pair makes 0 of everything below it, as a ReLU does: their zero point is the lowest number. onnxruntime's
 * quantizer drops the ReLU before such a pair. Not those that a ReLU writes.
 */
export function clippedTensors(graph: Graph): string[] {
  const { model, constants, producers } = graph;
  return model.nodes.filter(isQuantize).flatMap(({ inputs: [tensor = '', , zeroName = ''] }) => {
    const zero = constants.has(tensor) || zeroName === '' ? null : constantTensor(graph, zeroName);
    if (!zero || LOWEST[zero.dataType] === undefined || producers.get(tensor)?.op === 'Relu') return [];
    return firstNumber(model.bytes, zero) === LOWEST[zero.dataType] ? [tensor] : [];
  });
}

function firstNumber(bytes: Uint8Array, tensor: ModelTensor): number {
  try {
    return smallNumbers(bytes, tensor)[0] ?? NaN;
  } catch {
    return NaN;
  }
}
