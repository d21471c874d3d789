import { floatKind } from '../../bytes/float32.js';
import type { OddNumbers } from '../../formats/format.js';
import { entryBits } from '../../table/table.js';
import { entryRule } from '../rule.js';
import { t } from '../../texts/translate.js';

/** Looks at the stored number too: a reciprocal of inf is a scale of 0. */
export const nonFiniteScale = entryRule('non-finite-scale', (document, index) => {
  const { table } = document;
  return messageOf(entryBits(table, index), table.values[index] ?? NaN, document.format.oddNumbers);
});

function messageOf(bits: number, stored: number, { zero, infinite, nan }: OddNumbers): string | null {
  const kind = floatKind(bits);
  if (kind === 'infinite') return t`The scale is infinite: ${infinite}`;
  if (kind === 'nan') return t`The scale is not a number (NaN): ${nan}`;
  return Number.isFinite(stored) ? null : t`The number in the file is ${stored}: ${zero}`;
}
