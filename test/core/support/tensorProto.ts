import { onnxTensor } from './onnxModel.js';

/** A TensorProto by itself, as ONNX's test data has them. */
export function tensorProto(name: string, data_type: number, dims: readonly number[], rest: object): Uint8Array {
  return onnxTensor({ name, data_type, dims, ...rest });
}
