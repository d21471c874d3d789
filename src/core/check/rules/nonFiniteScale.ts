import { floatKind } from '../../bytes/float32.js';
import type { OddNumbers } from '../../formats/format.js';
import { formatById } from '../../formats/index.js';
import { finding } from '../../findings/finding.js';
import { entryBits } from '../../table/table.js';
import type { Rule } from '../rule.js';

/** Looks at the stored number too: a reciprocal of inf is a scale of 0. */
export const nonFiniteScale: Rule = (table, lines) => {
  const { oddNumbers } = formatById(table.format);
  return table.names.flatMap((entry, index) => {
    const message = messageOf(entryBits(table, index), table.values[index] ?? NaN, oddNumbers);
    return message === null ? [] : [finding('non-finite-scale', message, { entry, index, line: lines[index] })];
  });
};

function messageOf(bits: number, stored: number, { zero, infinite, nan }: OddNumbers): string | null {
  const kind = floatKind(bits);
  if (kind === 'infinite') return `The scale is infinite: ${infinite}`;
  if (kind === 'nan') return `The scale is not a number (NaN): ${nan}`;
  return Number.isFinite(stored) ? null : `The number in the file is ${stored}: ${zero}`;
}
