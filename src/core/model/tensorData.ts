/** The numbers of a tensor, from wherever the model keeps them. */
import { DATA_TYPE, ENTRY, TENSOR, typeName } from './fields.js';
import type { ModelTensor, OnnxModel } from './model.js';
import {
  allOf,
  inside,
  integersOf,
  lastOf,
  ModelError,
  numberOf,
  recordsOf,
  textOf,
  WIRE,
  type FieldRecord,
} from './records.js';
import { t } from '../texts/translate.js';

/** A part of a file beside the model. */
export interface ExternalPlace {
  /** Relative to the model's folder. */
  readonly location: string;
  readonly offset: number;
  /** Null: up to the end of that file. */
  readonly length: number | null;
}

/** Reads a part of a file beside the model. Throws {@link ModelError} for a place that is not within the model's folder. */
export type ReadExternal = (place: ExternalPlace) => Promise<Uint8Array>;

/** For models whose numbers stand in the file itself. */
export const NO_EXTERNAL: ReadExternal = ({ location }) =>
  Promise.reject(new ModelError(t`its weights lie in another file ("${location}"), which is not at hand here.`));

/** How many numbers a shape asks for. */
export function countOf({ dims }: Pick<ModelTensor, 'dims'>): number {
  return dims.reduce((product, dim) => product * dim, 1);
}

/** Where a tensor's data lies in another file; null for one whose data is in the model. */
export function externalPlace(bytes: Uint8Array, { span, name }: ModelTensor): ExternalPlace | null {
  const records = recordsOf(bytes, span);
  if (numberOf(bytes, records, TENSOR.dataLocation) !== 1) return null;
  const entries = new Map(allOf(records, TENSOR.externalData).map((record) => keyAndValue(bytes, record)));
  const location = entries.get('location');
  if (location === undefined)
    throw new ModelError(t`the data of "${name}" lies in another file, and no file is named.`);
  if (!staysInside(location))
    throw new ModelError(t`the data of "${name}" lies in "${location}", which is not within the folder of the model.`);
  return {
    location,
    offset: wholeNumber(name, 'offset', entries.get('offset')) ?? 0,
    length: wholeNumber(name, 'length', entries.get('length')),
  };
}

/** The files beside a model that its initializers are kept in, as it names them. Throws {@link ModelError} for one outside its folder. */
export function externalFiles({ bytes, initializers }: Pick<OnnxModel, 'bytes' | 'initializers'>): string[] {
  const files = new Set<string>();
  for (const tensor of initializers.values()) {
    const place = externalPlace(bytes, tensor);
    if (place) files.add(place.location);
  }
  return [...files];
}

function keyAndValue(bytes: Uint8Array, record: FieldRecord): [string, string] {
  const records = recordsOf(bytes, inside(record));
  const [key, value] = [lastOf(records, ENTRY.key), lastOf(records, ENTRY.value)];
  return [key ? textOf(bytes, key) : '', value ? textOf(bytes, value) : ''];
}

/** A hostile model could name any file. Links are followed by who reads it, and looked at again. */
function staysInside(location: string): boolean {
  if (location === '' || /^[/\\]|^[A-Za-z]:|\0/.test(location)) return false;
  let depth = 0;
  for (const part of location.split(/[/\\]/)) {
    if (part !== '.' && part !== '') depth += part === '..' ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth > 0;
}

function wholeNumber(name: string, what: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new ModelError(t`the external data of "${name}" has the ${what} "${text}", which is no whole number.`);
  return number;
}

/** Raw little-endian bytes of a tensor in the model; null where they are kept as lists of numbers. */
function rawHere(bytes: Uint8Array, { span }: ModelTensor): Uint8Array | null {
  const raw = lastOf(recordsOf(bytes, span), TENSOR.rawData);
  return raw && bytes.subarray(raw.value, raw.end);
}

/**
 * The bytes of float32 numbers, four each, little endian.
 * @throws {ModelError} when they are fewer or more than the shape asks for
 */
export async function float32Bytes(
  bytes: Uint8Array,
  tensor: ModelTensor,
  external: ReadExternal,
): Promise<Uint8Array> {
  const place = externalPlace(bytes, tensor);
  const found = place ? await external(place) : (rawHere(bytes, tensor) ?? floatsOf(bytes, tensor));
  const wanted = countOf(tensor) * 4;
  if (found.length !== wanted)
    throw new ModelError(t`"${tensor.name}" has ${found.length} bytes of data, and its shape asks for ${wanted}.`);
  return found;
}

/** `float_data`: packed, or number by number; either way four bytes each. */
export function floatsOf(bytes: Uint8Array, { span }: ModelTensor): Uint8Array {
  const fields = recordsOf(bytes, span).filter(
    ({ field, wire }) => field === TENSOR.floatData && (wire === WIRE.bytes || wire === WIRE.fixed32),
  );
  const [only] = fields;
  if (only && fields.length === 1) return bytes.subarray(only.value, only.end);
  const result = new Uint8Array(fields.reduce((sum, { value, end }) => sum + end - value, 0));
  let at = 0;
  for (const { value, end } of fields) {
    result.set(bytes.subarray(value, end), at);
    at += end - value;
  }
  return result;
}

/**
 * The numbers of a tensor of floats or of whole numbers up to 32 bits, exact.
 * @throws {ModelError} for another type, and when they are not as many as the shape asks for
 */
export async function numbersOf(bytes: Uint8Array, tensor: ModelTensor, external: ReadExternal): Promise<Float64Array> {
  const place = externalPlace(bytes, tensor);
  return place ? asMany(tensor, decode(await external(place), tensor)) : numbersHere(bytes, tensor);
}

/** As {@link numbersOf}, of a tensor whose data is in the model. */
export function numbersHere(bytes: Uint8Array, tensor: ModelTensor): Float64Array {
  const raw = rawHere(bytes, tensor);
  return asMany(tensor, raw ? decode(raw, tensor) : fieldNumbers(bytes, tensor));
}

function asMany(tensor: ModelTensor, numbers: Float64Array): Float64Array {
  if (numbers.length === countOf(tensor)) return numbers;
  throw new ModelError(t`"${tensor.name}" holds ${numbers.length} numbers, and its shape asks for ${countOf(tensor)}.`);
}

/** Numbers kept as lists: floats as such, everything else as 32-bit whole numbers (16-bit floats by their bits). */
function fieldNumbers(bytes: Uint8Array, tensor: ModelTensor): Float64Array {
  const { dataType } = tensor;
  if (dataType === DATA_TYPE.float32) return decode(floatsOf(bytes, tensor), tensor);
  const whole = integersOf(bytes, recordsOf(bytes, tensor.span), TENSOR.int32Data);
  if (dataType !== DATA_TYPE.float16 && dataType !== DATA_TYPE.bfloat16) return Float64Array.from(whole, Number);
  const halves = new DataView(new ArrayBuffer(whole.length * 2));
  whole.forEach((bits, i) => halves.setUint16(i * 2, Number(bits & 0xffffn), true));
  return decode(new Uint8Array(halves.buffer), tensor);
}

function decode(raw: Uint8Array, { name, dataType }: ModelTensor): Float64Array {
  const [width, read] = READERS[dataType] ?? [];
  if (!width || !read) throw new ModelError(t`"${name}" holds ${typeName(dataType)}, which is not read here.`);
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Float64Array.from({ length: Math.floor(raw.length / width) }, (_, i) => read(view, i * width));
}

/** Bytes a number, and how it is read. */
const READERS: Readonly<Record<number, readonly [number, (view: DataView, at: number) => number]>> = {
  1: [4, (view, at) => view.getFloat32(at, true)],
  2: [1, (view, at) => view.getUint8(at)],
  3: [1, (view, at) => view.getInt8(at)],
  4: [2, (view, at) => view.getUint16(at, true)],
  5: [2, (view, at) => view.getInt16(at, true)],
  6: [4, (view, at) => view.getInt32(at, true)],
  10: [2, (view, at) => halfToNumber(view.getUint16(at, true))],
  16: [2, (view, at) => bfloatToNumber(view.getUint16(at, true))],
};

/** The value of a float16, exactly. */
export function halfToNumber(bits: number): number {
  const [exponent, mantissa] = [(bits >> 10) & 31, bits & 1023];
  const sign = bits >> 15 ? -1 : 1;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? mantissa * 2 ** -24 : (1 + mantissa / 1024) * 2 ** (exponent - 15));
}

/** A bfloat16 is the upper half of a float32. */
function bfloatToNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, bits);
  return view.getFloat32(0);
}
