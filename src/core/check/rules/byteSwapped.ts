import { bitsToFloat, swapBytes } from '../../bytes/float32.js';
import { finding } from '../../findings/finding.js';
import type { Rule } from '../rule.js';

/** Scales of real tensors lie far inside these bounds. */
const PLAUSIBLE = { min: 1e-9, max: 1e5 };
/** Fewer entries than this prove nothing. */
const FEWEST = 3;

/** About the whole file: a writer that put the bytes in the machine's order did so in every line. */
export const byteSwapped: Rule = ({ bits }) => {
  const nonZero = bits?.filter((value) => value !== 0) ?? new Uint32Array();
  const asStored = nonZero.filter((value) => isPlausible(value)).length;
  const swapped = nonZero.filter((value) => isPlausible(swapBytes(value))).length;
  if (nonZero.length < FEWEST || asStored > nonZero.length / 4 || swapped < 0.9 * nonZero.length) return [];
  const message = `${swapped} of ${nonZero.length} scales make sense only with their four bytes in reverse order: the writer used little-endian hex.`;
  return [finding('byte-swapped', message)];
};

function isPlausible(bits: number): boolean {
  const value = bitsToFloat(bits);
  return value >= PLAUSIBLE.min && value <= PLAUSIBLE.max;
}
