import { finding } from '../../findings/finding.js';
import { bitsToFloat } from '../../bytes/float32.js';
import { entryBits, entryScale, type CalibrationTable } from '../../table/table.js';
import type { Rule } from '../rule.js';
import { t } from '../../texts/translate.js';

/** What trtexec puts where it has no calibrator: ranges of 2.0 and 4.0, as float32 scales. */
const PLACEHOLDERS: ReadonlySet<number> = new Set([0x3c810204, 0x3d010204]);

/** Where a table has fewer digits than a float32, its numbers are compared in so many. */
function isPlaceholder(table: CalibrationTable, index: number): boolean {
  const { digits } = table;
  if (digits === undefined) return PLACEHOLDERS.has(entryBits(table, index));
  const scale = entryScale(table, index).toPrecision(digits);
  return [...PLACEHOLDERS].some((bits) => bitsToFloat(bits).toPrecision(digits) === scale);
}

/** About the whole file: a table of nothing but placeholders. */
export const neverCalibrated: Rule = ({ table }) => {
  const { length } = table.names;
  if (length === 0 || !table.names.every((_, index) => isPlaceholder(table, index))) return [];
  const what = length === 1 ? t`The only scale is` : t`All ${length} scales are`;
  return [
    finding(
      'never-calibrated',
      t`${what} of ranges ±2 and ±4, the placeholders of "trtexec --int8" without "--calib": nothing was calibrated.`,
    ),
  ];
};
