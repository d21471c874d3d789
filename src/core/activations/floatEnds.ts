/**
 * The ends of many float32 in one pass over their bits: whole numbers compare in order as floats of one sign do, and far faster than
 * floats are looked at one by one.
 */

export interface FloatEnds {
  /** Infinity and -Infinity where there is no value. */
  readonly min: number;
  readonly max: number;
  /** How many are neither 0 nor -0. */
  readonly filled: number;
  /** Whether one of them is NaN or infinite; then the ends mean nothing. */
  readonly hasNonFinite: boolean;
}

const SIGN = -0x80000000;
const MAGNITUDE = 0x7fffffff;
/** The bits of infinity; those of NaN are above. */
const INFINITY = 0x7f800000;
const scratch = new Float32Array(1);
const scratchBits = new Int32Array(scratch.buffer);

export function floatEnds({ buffer, byteOffset, length }: Float32Array): FloatEnds {
  const bits = new Int32Array(buffer, byteOffset, length);
  // The largest bits of positive values, and of negative ones without their sign; below 0 where there are none.
  let [positive, negative, filled] = [SIGN, SIGN, 0];
  for (let i = 0; i < length; i++) {
    const value = bits[i] ?? 0;
    if (value > positive) positive = value;
    const turned = value ^ SIGN;
    if (turned > negative) negative = turned;
    // 1 but for 0 and -0. A branch would be guessed wrong half of the time: what a rectifier leaves is half zeros.
    const magnitude = value << 1;
    filled += (magnitude | -magnitude) >>> 31;
  }
  const hasNonFinite = positive >= INFINITY || negative >= INFINITY;
  if (length === 0) return { min: Infinity, max: -Infinity, filled, hasNonFinite };
  // Where all have one sign, the end nearer to 0 is the least of the magnitudes.
  const max = positive >= 0 ? ofBits(positive) : -(filled < length ? 0 : ofBits(leastMagnitude(bits)));
  const min = negative >= 0 ? -ofBits(negative) : filled < length ? 0 : ofBits(leastMagnitude(bits));
  // Adding 0 takes the sign of -0 away.
  return { min: min + 0, max: max + 0, filled, hasNonFinite };
}

function leastMagnitude(bits: Int32Array): number {
  let least = MAGNITUDE;
  for (let i = 0; i < bits.length; i++) {
    const magnitude = (bits[i] ?? 0) & MAGNITUDE;
    if (magnitude < least) least = magnitude;
  }
  return least;
}

function ofBits(bits: number): number {
  scratchBits[0] = bits;
  return scratch[0] ?? NaN;
}
