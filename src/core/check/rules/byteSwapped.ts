import { bitsToFloat, bitsToHex, swapBytes } from '../../bytes/float32.js';
import { finding } from '../../findings/finding.js';
import { entryRule, type Rule } from '../rule.js';
import { isPlausible } from './plausible.js';
import { t } from '../../texts/translate.js';

/** Fewer entries than this prove nothing about a whole file. */
const FEWEST = 3;

/** About the whole file: a writer that put the bytes in the machine's order did so in every line. */
export const byteSwapped: Rule = ({ table: { bits } }) => {
  const message = bits && !isRight(bits) ? wholeFile(bits) : null;
  return message === null ? [] : [finding('byte-swapped', message)];
};

/** Whether so many entries are plausible as they are that the rest does not matter: of a sound file a quarter is looked at. */
function isRight(bits: Uint32Array): boolean {
  let plausible = 0;
  for (let i = 0; i < bits.length && plausible <= bits.length / 4; i++) if (isPositive(bits[i] ?? 0)) plausible++;
  return plausible > bits.length / 4;
}

function wholeFile(bits: Uint32Array): string | null {
  const nonZero = bits.filter((value) => value !== 0);
  const asStored = nonZero.filter((value) => isPositive(value)).length;
  const swapped = nonZero.filter((value) => isPositive(swapBytes(value))).length;
  if (nonZero.length < FEWEST || asStored > nonZero.length / 4 || swapped < 0.9 * nonZero.length) return null;
  return t`${swapped} of ${nonZero.length} scales make sense only with their four bytes in reverse order: the writer used little-endian hex.`;
}

/** The lines that were, in a file whose others are right. */
export const swappedEntries = entryRule('byte-swapped', ({ table: { bits } }, index) => {
  const stored = bits?.[index] ?? 0;
  const swapped = swapBytes(stored);
  if (stored === 0 || isPlausible(Math.abs(bitsToFloat(stored))) || !isPositive(swapped)) return null;
  return t`${bitsToHex(stored)} makes sense only with its four bytes in reverse order: ${bitsToHex(swapped)} is a scale of ${Number(bitsToFloat(swapped).toPrecision(6))}.`;
});

function isPositive(bits: number): boolean {
  return isPlausible(bitsToFloat(bits));
}
