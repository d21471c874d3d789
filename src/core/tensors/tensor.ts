/** Arrays of numbers with a shape, as models are fed with them and as dumps hold them. */
import { t } from '../texts/translate.js';

export type TensorData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

export const ELEMENT_TYPES = [
  'float16',
  'float32',
  'float64',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'bool',
] as const;
export type ElementType = (typeof ELEMENT_TYPES)[number];

/** Elements in C order; float16 as its bits. */
export interface Tensor {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly data: TensorData;
}

/** Why an input or a dump can't be taken; a sentence for the user. */
export class TensorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TensorError';
  }
}

type Maker = new (buffer: ArrayBuffer, offset?: number, length?: number) => TensorData;

/** Bytes an element, and the array that holds them. */
const LAYOUTS: Readonly<Record<ElementType, readonly [number, Maker]>> = {
  float16: [2, Uint16Array],
  float32: [4, Float32Array],
  float64: [8, Float64Array],
  int8: [1, Int8Array],
  uint8: [1, Uint8Array],
  int16: [2, Int16Array],
  uint16: [2, Uint16Array],
  int32: [4, Int32Array],
  uint32: [4, Uint32Array],
  int64: [8, BigInt64Array],
  uint64: [8, BigUint64Array],
  bool: [1, Uint8Array],
};

/** Element types by TensorProto.DataType. */
const BY_DATA_TYPE: Readonly<Record<number, ElementType>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
};

/** The element type of a TensorProto.DataType; null for those that are not held here (strings, 8-bit floats …). */
export function elementTypeOf(dataType: number | null): ElementType | null {
  return BY_DATA_TYPE[dataType ?? -1] ?? null;
}

/** Bytes that an element takes. */
export function widthOf(type: ElementType): number {
  return LAYOUTS[type][0];
}

/** How many elements a shape has; Infinity beyond what a number counts exactly. */
export function elementCount(dims: readonly number[]): number {
  const count = dims.reduce((product, dim) => product * dim, 1);
  return Number.isSafeInteger(count) ? count : Infinity;
}

/**
 * A tensor of raw bytes; they are copied.
 * @throws {TensorError} when they are not as many as the shape asks for
 */
export function tensorOfBytes(
  type: ElementType,
  dims: readonly number[],
  bytes: Uint8Array,
  bigEndian = false,
): Tensor {
  const [width, Data] = LAYOUTS[type];
  const wanted = elementCount(dims) * width;
  if (bytes.length !== wanted)
    throw new TensorError(t`it has ${bytes.length} bytes of data, and its shape ${dims.join('x')} asks for ${wanted}.`);
  const copy = bytes.slice();
  if (bigEndian) reverseEach(copy, width);
  return { type, dims, data: new Data(copy.buffer) };
}

function reverseEach(bytes: Uint8Array, width: number): void {
  for (let at = 0; at < bytes.length; at += width) bytes.subarray(at, at + width).reverse();
}

/** Part `index` of a tensor cut along its first axis into parts of one. The part keeps that axis, unless `drop`. */
export function slice({ type, dims, data }: Tensor, index: number, drop: boolean): Tensor {
  const [, ...rest] = dims;
  const size = elementCount(rest);
  const part = data.slice(index * size, (index + 1) * size);
  return { type, dims: drop ? rest : [1, ...rest], data: part };
}
