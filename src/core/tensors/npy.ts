/** NumPy's `.npy` (format versions 1 to 3): a header that is a Python dictionary, and the elements. */
import { beginsWith, utf8Text } from '../bytes/bytes.js';
import { elementCount, TensorError, tensorOfBytes, widthOf, type ElementType, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';

const MAGIC = '\x93NUMPY';
/** NumPy itself reads no header that is longer. */
const LONGEST_HEADER = 10_000;

const TYPES: Readonly<Record<string, ElementType>> = {
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  u2: 'uint16',
  u4: 'uint32',
  u8: 'uint64',
  b1: 'bool',
};

/** What a header says. */
export interface NpyHeader {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly bigEndian: boolean;
  /** Elements stand in Fortran's order, the first index running fastest. */
  readonly fortran: boolean;
  /** Where the elements begin. */
  readonly start: number;
}

export function isNpy(bytes: Uint8Array): boolean {
  return beginsWith(bytes, MAGIC);
}

/** Reads an array, in C order. Throws {@link TensorError} with what is wrong. */
export function readNpy(bytes: Uint8Array): Tensor {
  const { type, dims, bigEndian, fortran, start } = npyHeader(bytes);
  const end = start + elementCount(dims) * widthOf(type);
  if (!(end <= bytes.length))
    throw new TensorError(
      t`it breaks off: its shape ${dims.join('x')} of ${type} asks for ${end - start} bytes, and ${bytes.length - start} are there.`,
    );
  const tensor = tensorOfBytes(type, dims, bytes.subarray(start, end), bigEndian);
  return fortran && dims.length > 1 ? inOrderOfC(tensor) : tensor;
}

/** The header of an array, of which the first bytes suffice. Throws {@link TensorError}. */
export function npyHeader(bytes: Uint8Array): NpyHeader {
  if (!isNpy(bytes) || bytes.length < 12) throw new TensorError(t`it is no NumPy array (.npy).`);
  const [major = 0] = bytes.subarray(6, 7);
  if (major < 1 || major > 3) throw new TensorError(t`it has the version ${major} of NumPy's format; 1 to 3 are read.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [length, from] = major === 1 ? [view.getUint16(8, true), 10] : [view.getUint32(8, true), 12];
  if (length > LONGEST_HEADER || from + length > bytes.length)
    throw new TensorError(t`the header of its array breaks off.`);
  return { ...parsed(utf8Text(bytes.subarray(from, from + length))), start: from + length };
}

function parsed(header: string): Omit<NpyHeader, 'start'> {
  const [, descr] = /'descr':\s*'([^']*)'/.exec(header) ?? [];
  const [, order] = /'fortran_order':\s*(True|False)/.exec(header) ?? [];
  const [, shape] = /'shape':\s*\(([\d,\sL]*)\)/.exec(header) ?? [];
  if (descr === undefined || order === undefined || shape === undefined)
    throw new TensorError(t`the header of its array is not one of numbers: ${header.trim().slice(0, 120)}`);
  const [, endian = '', code = ''] = /^([<>|=]?)(\w+)$/.exec(descr) ?? [];
  const type = TYPES[code];
  if (!type) throw new TensorError(t`its elements are "${descr}"; numbers of 8 to 64 bits are read.`);
  const dims = shape
    .split(',')
    .map((text) => text.replace('L', '').trim())
    .filter((text) => text !== '')
    .map(Number);
  if (dims.some((dim) => !Number.isSafeInteger(dim))) throw new TensorError(t`the shape of its array is no shape.`);
  return { type, dims, bigEndian: endian === '>', fortran: order === 'True' };
}

function inOrderOfC({ type, dims, data }: Tensor): Tensor {
  const ordered = data.slice();
  const strides = dims.map((_, axis) => elementCount(dims.slice(0, axis)));
  const index = dims.map(() => 0);
  for (let to = 0; to < data.length; to++) {
    const from = index.reduce((sum, at, axis) => sum + at * (strides[axis] ?? 0), 0);
    ordered[to] = data[from] ?? 0;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      index[axis] = (index[axis] ?? 0) + 1;
      if ((index[axis] ?? 0) < (dims[axis] ?? 0)) break;
      index[axis] = 0;
    }
  }
  return { type, dims, data: ordered };
}
