import { elementCount, TensorError, tensorOfBytes, widthOf, type ElementType, type Tensor } from '../tensor.js';
import { t } from '../../texts/translate.js';

/** How files of nothing but numbers are read. */
export interface RawShape {
  readonly type: ElementType;
  /** Null: a list of as many as there are. */
  readonly dims: readonly number[] | null;
}

/** trtexec's words for types in the names of its raw files. */
const TYPES: Readonly<Record<string, ElementType>> = {
  fp32: 'float32',
  fp16: 'float16',
  int64: 'int64',
  int32: 'int32',
  int8: 'int8',
  uint8: 'uint8',
  bool: 'bool',
};

/** A raw file as trtexec names it, `name.output.1.3.2.fp32.raw`; null for another name. Throws {@link TensorError} when its size is another. */
export function trtexecRaw(fileName: string, bytes: Uint8Array): ReadonlyMap<string, Tensor> | null {
  const [, name = '', shape = '', word = ''] = /^(.*)\.(?:input|output)\.([\d.]+)\.(\w+)\.raw$/.exec(fileName) ?? [];
  const type = TYPES[word];
  if (!type) return null;
  return new Map([[name, tensorOfBytes(type, shape.split('.').map(Number), bytes)]]);
}

/** A file of nothing but numbers, little endian. Throws {@link TensorError} when they are not as many as the shape asks for. */
export function rawDump(bytes: Uint8Array, { type, dims }: RawShape): Tensor {
  const count = bytes.length / widthOf(type);
  if (!Number.isInteger(count) || count === 0)
    throw new TensorError(t`it has ${bytes.length} bytes, which are no ${type} numbers; --dtype says what it holds.`);
  if (dims && elementCount(dims) !== count)
    throw new TensorError(
      t`it holds ${count} ${type} numbers, and the shape ${dims.join('x')} asks for ${elementCount(dims)}.`,
    );
  return tensorOfBytes(type, dims ?? [count], bytes);
}
