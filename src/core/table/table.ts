import { floatToBits } from '../bytes/float32.js';
import { rangeOf, scaleOf, type Quantity } from './quantization.js';
import type { TableHeader } from './header.js';
import { t } from '../texts/translate.js';

export type { Quantity } from './quantization.js';

/** Format ids, as the command line and messages spell them. */
export type FormatId =
  | 'tensorrt'
  | 'nvdla'
  | 'tensorrt-ranges'
  | 'onnxruntime-flatbuffers'
  | 'onnxruntime-json'
  | 'onnxruntime-text'
  | 'ncnn'
  | 'mqbench'
  | 'ppq'
  | 'tao'
  | 'qdq-translator'
  | 'aimet'
  | 'trt-log'
  | 'tpu-mlir'
  | 'onnx-qdq'
  | 'csv'
  | 'tsv'
  | 'markdown';

/**
 * A calibration table as columns: entry i is `names[i]` with the stored number `values[i]`.
 * Columns, not row objects, so that a hundred thousand tensors cost a few arrays.
 */
export interface CalibrationTable {
  readonly format: FormatId;
  /** What `values` are: scales, ranges (amax) or reciprocals of scales. */
  readonly quantity: Quantity;
  readonly header: TableHeader;
  readonly names: readonly string[];
  /** The number as stored (float32 values are exact in float64); NaN where the file's value is no number. */
  readonly values: Float64Array;
  /** float32 bit patterns of the scales, where the format stores them. */
  readonly bits?: Uint32Array;
  /** How many significant digits the values have, where those are fewer than a float32's. */
  readonly digits?: number;
  /** The least and the largest value of each tensor, where the format has them as data; NaN for an entry without. */
  readonly ends?: Ends;
}

/** Both ends of tensors' values, in columns. */
export interface Ends {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/** The two ends of one tensor's values. */
export type EndPair = readonly [min: number, max: number];

/** Both ends of entry `index`; null where the table has none, or no finite ones. */
export function entryEnds({ ends }: CalibrationTable, index: number): EndPair | null {
  const [min, max] = [ends?.min[index] ?? NaN, ends?.max[index] ?? NaN];
  return Number.isFinite(min) && Number.isFinite(max) ? [min, max] : null;
}

/** One entry, rendered from the columns. */
export interface EntryView {
  readonly index: number;
  readonly name: string;
  /** The stored number. */
  readonly value: number;
  readonly scale: number;
  readonly dynamicRange: number;
  /** Bit pattern of the float32 scale. */
  readonly bits: number;
}

/** Scale of entry `index` in float64. */
export function entryScale(table: CalibrationTable, index: number): number {
  return scaleOf(table.values[index] ?? NaN, table.quantity);
}

/** Bit pattern of the float32 scale of entry `index`: the stored bits, or the scale rounded to float32. */
export function entryBits(table: CalibrationTable, index: number): number {
  return table.bits?.[index] ?? floatToBits(entryScale(table, index));
}

/** Entry `index` as a row. Throws RangeError when there is no such entry. */
export function entryAt(table: CalibrationTable, index: number): EntryView {
  const name = table.names[index];
  const value = table.values[index];
  if (name === undefined || value === undefined) throw new RangeError(t`The table has no entry ${index}.`);
  return {
    index,
    name,
    value,
    scale: entryScale(table, index),
    dynamicRange: rangeOf(value, table.quantity),
    bits: entryBits(table, index),
  };
}

/** Float64 scales of bit patterns, in the same order. */
export function valuesFromBits(bits: Uint32Array): Float64Array {
  return new Float64Array(new Float32Array(bits.buffer, bits.byteOffset, bits.length));
}
