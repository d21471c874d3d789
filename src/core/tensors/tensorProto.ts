/** A TensorProto by itself, as ONNX's test data has them (`input_0.pb`). */
import { TENSOR } from '../model/fields.js';
import { readTensor } from '../model/model.js';
import { integersOf, lastOf, ModelError, recordsOf } from '../model/records.js';
import { floatsOf, numbersHere } from '../model/tensorData.js';
import { elementCount, elementTypeOf, TensorError, tensorOfBytes, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';

/** The tensor and the name that it has. Throws {@link TensorError}. */
export function readTensorProto(bytes: Uint8Array): { readonly name: string; readonly tensor: Tensor } {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof ModelError)
      throw new TensorError(t`it is no tensor as ONNX keeps them (.pb): ${error.message}`);
    throw error;
  }
}

function read(bytes: Uint8Array): { readonly name: string; readonly tensor: Tensor } {
  const span = { start: 0, end: bytes.length };
  const proto = readTensor(bytes, span);
  const records = recordsOf(bytes, span);
  const type = elementTypeOf(proto.dataType);
  if (!type)
    throw new TensorError(t`it holds elements of type ${proto.dataType}, which are no numbers that are read here.`);
  const { dims, name } = proto;
  if (dims.some((dim) => dim < 0) || !Number.isFinite(elementCount(dims)))
    throw new TensorError(t`its shape ${dims.join('x')} is none.`);
  const raw = lastOf(records, TENSOR.rawData);
  if (raw) return { name, tensor: tensorOfBytes(type, dims, bytes.subarray(raw.value, raw.end)) };
  if (type === 'int64')
    return { name, tensor: sized(dims, BigInt64Array.from(integersOf(bytes, records, TENSOR.int64Data))) };
  if (type === 'float32') return { name, tensor: tensorOfBytes(type, dims, floatsOf(bytes, proto)) };
  if (type !== 'int32' && type !== 'bool')
    throw new TensorError(t`its ${type} numbers are kept as a list; raw data is read.`);
  const numbers = Int32Array.from(numbersHere(bytes, { ...proto, dataType: 6 }));
  return { name, tensor: { type, dims, data: type === 'bool' ? Uint8Array.from(numbers) : numbers } };
}

function sized(dims: readonly number[], data: BigInt64Array): Tensor {
  if (data.length !== elementCount(dims))
    throw new TensorError(t`it holds ${data.length} numbers, and its shape ${dims.join('x')} asks for another count.`);
  return { type: 'int64', dims, data };
}
