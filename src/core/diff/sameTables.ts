import { entryBits, entryScale, type CalibrationTable } from '../table/table.js';
import type { Alignment } from './align/align.js';
import { t } from '../texts/translate.js';

const EVIDENCE = [t`same name`, t`same scale`];

/** The alignment of two tables with the same names and scales in the same order, each name once: nothing is to be found out. Null for any others. */
export function alignmentOfSame(before: CalibrationTable, after: CalibrationTable): Alignment | null {
  const { names } = before;
  const isSame =
    before.format === after.format &&
    names.length > 0 &&
    names.length === after.names.length &&
    names.every((name, i) => name === after.names[i] && entryBits(before, i) === entryBits(after, i));
  if (!isSame || new Set(names).size < names.length) return null;
  const ratios = before.values.some((_, i) => hasLogarithm(entryScale(before, i))) ? 0 : null;
  return {
    relation: {
      kind: 'same-network',
      paired: names.length,
      of: names.length,
      medianChange: ratios,
      largestChange: ratios,
      uniqueScales: uniqueScales(before),
    },
    related: true,
    removed: [],
    added: [],
    matches: names.map((_, i) => ({ oldIndex: i, newIndex: i, how: 'same-name', confidence: 1, evidence: EVIDENCE })),
  };
}

function hasLogarithm(scale: number): boolean {
  return scale > 0 && scale < Infinity;
}

/** How many scales only one entry has. */
function uniqueScales(table: CalibrationTable): number {
  const counts = new Map<number, number>();
  table.names.forEach((_, i) => {
    const bits = entryBits(table, i);
    if (hasLogarithm(entryScale(table, i))) counts.set(bits, (counts.get(bits) ?? 0) + 1);
  });
  return [...counts.values()].filter((count) => count === 1).length;
}
