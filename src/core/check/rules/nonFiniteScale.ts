import { floatKind } from '../../bytes/float32.js';
import type { CalibrationTable } from '../../table/table.js';
import { bitsRule, type Rule } from '../rule.js';

const inBits = bitsRule('non-finite-scale', (bits) => {
  const kind = floatKind(bits);
  if (kind === 'infinite') return 'The scale is infinite: builds break on it.';
  return kind === 'nan' ? 'The scale is not a number (NaN): builds break on it.' : null;
});

/** An entry whose text is no number at all is the reader's finding, not this one's. */
export const nonFiniteScale: Rule = (table: CalibrationTable, lines) =>
  inBits(table, lines).filter(({ index }) => table.bits !== undefined || !Number.isNaN(table.values[index ?? 0]));
