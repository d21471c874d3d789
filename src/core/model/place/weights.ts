/** Where the weights of an operator are, and the scales that quantize them. */
import { integerAttribute, integersAttribute } from '../attributes.js';
import { DATA_TYPE, typeName } from '../fields.js';
import { constantTensor, isSeenOutside, type Graph, type Use } from '../graph.js';
import { isOp, type ModelNode, type ModelTensor } from '../model.js';
import { float32Bytes, type ReadExternal } from '../tensorData.js';
import { channelMaxima } from './channelMaxima.js';
import { t } from '../../texts/translate.js';

/** Weights as they can get a pair. */
export interface Weight {
  /** The tensor that the pair stands on. */
  readonly tensor: string;
  readonly data: ModelTensor;
  /** The input that reads the pair afterwards. */
  readonly use: Use;
  /** The axis of the output channels; null for one scale a tensor. */
  readonly axis: number | null;
}

/** The smallest float32 that is no denormal: TensorRT wants every scale above zero. */
const SMALLEST_SCALE = 2 ** -126;

/**
 * The weights of an operator, or why they get no pair.
 * @param activation which input (from 0) is not the weights
 */
export function weightOf(graph: Graph, node: ModelNode, activation: number): Weight | string {
  const input = node.op === 'MatMul' ? 1 - activation : 1;
  const name = node.inputs[input] ?? '';
  if (name === '') return t`it has no weights`;
  const direct = constantTensor(graph, name);
  const found = direct
    ? { tensor: name, data: direct, use: { node, input }, axis: axisOf(graph, node, input, direct.dims.length) }
    : behindTranspose(graph, node, input);
  if (typeof found === 'string') return found;
  const { dataType } = found.data;
  return dataType === DATA_TYPE.float32 ? found : t`its weights are ${dataType < 0 ? t`sparse` : typeName(dataType)}`;
}

/** A pair commutes with a Transpose; it stands before it, so that it is on the weights themselves. */
function behindTranspose(graph: Graph, node: ModelNode, input: number): Weight | string {
  const name = node.inputs[input] ?? '';
  const transpose = graph.producers.get(name);
  const tensor = transpose?.inputs[0] ?? '';
  const data = transpose && isOp(transpose, 'Transpose') ? constantTensor(graph, tensor) : null;
  if (!transpose || !data) return t`its weights are computed`;
  if ((graph.uses.get(name) ?? []).length > 1 || isSeenOutside(graph, name))
    return t`its weights are read elsewhere, too, behind their Transpose`;
  const axis = axisOf(graph, node, input, data.dims.length);
  const order =
    integersAttribute(graph.model.bytes, transpose, 'perm')?.map(Number) ?? data.dims.map((_, i) => i).reverse();
  return { tensor, data, use: { node: transpose, input: 0 }, axis: axis === null ? null : (order[axis] ?? null) };
}

/** The axis of the output channels in an operator's weights; null where one scale serves them all. */
function axisOf({ model: { bytes } }: Graph, node: ModelNode, input: number, rank: number): number | null {
  switch (node.op) {
    case 'Conv':
      return 0;
    case 'ConvTranspose':
      return integerAttribute(bytes, node, 'group', 1) === 1 ? 1 : null;
    case 'Gemm':
      return integerAttribute(bytes, node, 'transB', 0) === 1 ? 0 : 1;
    default:
      return input === 1 && rank > 1 ? rank - 1 : null;
  }
}

/**
 * Scales of weights, one a channel (or one): largest magnitude / 127, as float32; 1 where all are zero. A sentence where they
 * can't be quantized.
 * @throws {ModelError} when the weights lie in a file that is not there, or not within the model's folder
 */
export async function weightScales(
  bytes: Uint8Array,
  { data, axis }: Pick<Weight, 'data' | 'axis'>,
  external: ReadExternal,
): Promise<Float32Array | string> {
  if (data.dims.some((dim) => dim === 0)) return t`its weights are empty`;
  if (axis !== null && axis >= data.dims.length) return t`its weights have too few dimensions`;
  const raw = await float32Bytes(bytes, data, external);
  const maxima = channelMaxima(raw, data.dims, axis);
  if (!maxima) return t`its weights hold NaN or Inf`;
  return maxima.map((largest) => {
    const scale = Math.fround(largest / 127);
    return scale < SMALLEST_SCALE ? 1 : scale;
  });
}
