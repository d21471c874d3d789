/**
 * float32 bit patterns and their values. A TensorRT cache stores each scale as the big-endian hex of
 * its float32 bits, so bits are kept apart from values: NaN payloads and the sign of zero survive.
 */

const view = new DataView(new ArrayBuffer(4));

/** The NaN without sign or payload. JavaScript engines write any other as they like. */
const QUIET_NAN = 0x7fc00000;

/** What a float32 bit pattern is, as far as a scale is concerned. */
export type FloatKind = 'zero' | 'denormal' | 'normal' | 'infinite' | 'nan';

/** The value (exact in float64) of a float32 bit pattern given as an unsigned 32-bit integer. */
export function bitsToFloat(bits: number): number {
  view.setUint32(0, bits);
  return view.getFloat32(0);
}

/** The bit pattern of `value` rounded to the nearest float32; of the many NaNs, always the same one. */
export function floatToBits(value: number): number {
  if (Number.isNaN(value)) return QUIET_NAN;
  view.setFloat32(0, value);
  return view.getUint32(0);
}

/** Eight lower-case hex digits of a bit pattern, as TensorRT writes them. */
export function bitsToHex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}

/** The bit pattern with its four bytes in reverse order. */
export function swapBytes(bits: number): number {
  view.setUint32(0, bits);
  return view.getUint32(0, true);
}

/** True when the sign bit is set, on zero and NaN too. */
export function isNegative(bits: number): boolean {
  return bits >>> 31 === 1;
}

/** Sorts a bit pattern into zero, denormal, normal, infinite or NaN. */
export function floatKind(bits: number): FloatKind {
  const { exponent, mantissa } = floatFields(bits);
  if (exponent === 0) return mantissa === 0 ? 'zero' : 'denormal';
  if (exponent === 0xff) return mantissa === 0 ? 'infinite' : 'nan';
  return 'normal';
}

/** The fields of a float32: its sign bit, its exponent as stored (127 more than the power of two), and its 23 mantissa bits. */
export interface FloatFields {
  readonly sign: 0 | 1;
  readonly exponent: number;
  readonly mantissa: number;
}

/** Takes a bit pattern apart. */
export function floatFields(bits: number): FloatFields {
  return { sign: isNegative(bits) ? 1 : 0, exponent: (bits >>> 23) & 0xff, mantissa: bits & 0x7fffff };
}
