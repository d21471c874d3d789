/**
 * Arithmetic of symmetric INT8 quantization: real = q * scale, zero point 0, q from -127 to 127.
 * Everything derived is float64 arithmetic on the stored number.
 */

/** Largest quantized magnitude that a calibration table speaks of. */
export const Q_MAX = 127;

/** What number a file stores for each tensor. */
export type Quantity = 'scale' | 'amax' | 'reciprocal';

/** Dynamic range (amax) of a scale: 127 * scale, so that the tensor spans ±range. */
export function dynamicRange(scale: number): number {
  return Q_MAX * scale;
}

/** Scale of a stored number: itself, amax / 127, or 1 / reciprocal. */
export function scaleOf(stored: number, quantity: Quantity): number {
  if (quantity === 'amax') return stored / Q_MAX;
  return quantity === 'reciprocal' ? 1 / stored : stored;
}

/** Dynamic range of a stored number; a stored amax is returned untouched. */
export function rangeOf(stored: number, quantity: Quantity): number {
  return quantity === 'amax' ? stored : dynamicRange(scaleOf(stored, quantity));
}

/** The number to store for a scale: the inverse of {@link scaleOf} up to float64 rounding. */
export function storedFromScale(scale: number, quantity: Quantity): number {
  if (quantity === 'amax') return Q_MAX * scale;
  return quantity === 'reciprocal' ? 1 / scale : scale;
}

/** The number to store for a dynamic range; an amax is stored untouched. */
export function storedFromRange(range: number, quantity: Quantity): number {
  return quantity === 'amax' ? range : storedFromScale(range / Q_MAX, quantity);
}

/** Largest rounding error inside the range: half a quantization step. */
export function maxRoundingError(scale: number): number {
  return Math.abs(scale) / 2;
}

/** Bits of resolution lost (positive) or gained (negative) when a scale goes from `before` to `after`. */
export function log2Ratio(before: number, after: number): number {
  return Math.log2(after / before);
}

/** What becomes of a real value in INT8. */
export interface Quantized {
  readonly q: number;
  /** The real value that q stands for. */
  readonly back: number;
  /** Whether the value lies outside of what INT8 holds at this scale. */
  readonly clipped: boolean;
}

/** The least quantized value of an activation; tables speak of {@link Q_MAX} either way. */
const Q_MIN = -128;

/** Quantizes a real value: to the nearest step, halves to the even one; null where value or scale allow none. */
export function quantize(real: number, scale: number): Quantized | null {
  const steps = real / scale;
  if (!Number.isFinite(steps) || !(scale > 0)) return null;
  const nearest = roundHalfToEven(steps);
  const q = Math.min(Q_MAX, Math.max(Q_MIN, nearest));
  return { q, back: q * scale, clipped: q !== nearest };
}

function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x) + 0;
  return floor % 2 === 0 ? floor : floor + 1;
}
