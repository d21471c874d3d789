/** Small ONNX models for tests of Q/DQ pairs: tensors, values and pairs as exporters write them. */
import { node } from './onnxModel.js';

export const [FLOAT, UINT8, INT8, INT16, INT32, INT64, FLOAT16] = [1, 2, 3, 5, 6, 7, 10] as const;

/** A float32 initializer, its numbers as raw bytes. */
export function floats(name: string, dims: number[], values: readonly number[]): object {
  return { name, dims, data_type: FLOAT, raw_data: new Uint8Array(Float32Array.from(values).buffer) };
}

/** An initializer of whole numbers of up to 32 bits, kept as a list. */
export function whole(name: string, data_type: number, dims: number[], values: readonly number[]): object {
  return { name, dims, data_type, int32_data: [...values] };
}

/** A graph input or output of this shape; without one only its type is declared. */
export function value(name: string, dims?: readonly number[], elem_type: number = FLOAT): object {
  const shape = dims && { dim: dims.map((dim_value) => ({ dim_value })) };
  return { name, type: { tensor_type: { elem_type, ...(shape && { shape }) } } };
}

/** Q and DQ of a tensor, and the scale and zero point that they read. */
export function pair(
  tensor: string,
  scale: object,
  zero: object | null,
  output = `${tensor}_dq`,
): { nodes: object[]; initializers: object[] } {
  const [scaleName, zeroName] = [scale, zero].map((item) => (item as { name: string } | null)?.name);
  const parameters = [scaleName ?? '', ...(zeroName === undefined ? [] : [zeroName])];
  return {
    nodes: [
      node('QuantizeLinear', [tensor, ...parameters], [`${output}_q`]),
      node('DequantizeLinear', [`${output}_q`, ...parameters], [output]),
    ],
    initializers: [scale, ...(zero ? [zero] : [])],
  };
}
