import { bitsToFloat, bitsToHex, swapBytes } from '../../bytes/float32.js';
import { finding } from '../../findings/finding.js';
import { entryRule, type Rule } from '../rule.js';
import { isPlausible } from './plausible.js';

/** Fewer entries than this prove nothing about a whole file. */
const FEWEST = 3;

/** A whole file, where its writer put the bytes in the machine's order; else the lines that were. */
export const byteSwapped: Rule = (document) => {
  const { bits } = document.table;
  if (!bits) return [];
  const message = wholeFile(bits);
  return message === null ? singleEntries(document) : [finding('byte-swapped', message)];
};

function wholeFile(bits: Uint32Array): string | null {
  const nonZero = bits.filter((value) => value !== 0);
  const asStored = nonZero.filter((value) => isPositive(value)).length;
  const swapped = nonZero.filter((value) => isPositive(swapBytes(value))).length;
  if (nonZero.length < FEWEST || asStored > nonZero.length / 4 || swapped < 0.9 * nonZero.length) return null;
  return `${swapped} of ${nonZero.length} scales make sense only with their four bytes in reverse order: the writer used little-endian hex.`;
}

const singleEntries = entryRule('byte-swapped', ({ table: { bits } }, index) => {
  const stored = bits?.[index] ?? 0;
  const swapped = swapBytes(stored);
  if (stored === 0 || isPlausible(Math.abs(bitsToFloat(stored))) || !isPositive(swapped)) return null;
  return `${bitsToHex(stored)} makes sense only with its four bytes in reverse order: ${bitsToHex(swapped)} is a scale of ${Number(bitsToFloat(swapped).toPrecision(6))}.`;
});

function isPositive(bits: number): boolean {
  return isPlausible(bitsToFloat(bits));
}
