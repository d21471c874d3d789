/** A third table that two compared ones come from: which of its entries is which of theirs. */
import type { CalibrationTable } from '../table/table.js';
import type { Statement } from '../table/statement.js';
import { alignTables, type Alignment } from './align/align.js';
import { DOUBTFUL_BELOW } from './align/doubtful.js';
import { scaleChange } from './diff.js';
import { relationStatements } from './relationText.js';
import { roundingFloor } from './rounding.js';
import type { RowPlace } from './rows.js';
import { alignmentOfSame } from './sameTables.js';

/** What a base says about the rows of a comparison. */
export interface BaseRows {
  /** Index of each row's entry in the base; -1: none was found, or none that is sure. */
  readonly indices: Int32Array;
  /** log2(old / base) and log2(new / base) of each row; as `log2Ratio` has them, NaN where a side is missing. */
  readonly toOld: Float64Array;
  readonly toNew: Float64Array;
  /** |log2 ratio| up to which the scales of the base and of each table are equal but for rounding. */
  readonly oldFloor: number;
  readonly newFloor: number;
  /** Entries of the base that no row has. */
  readonly lost: readonly number[];
  /** What the base is to the old table, unless both are of one network. */
  readonly statements: readonly Statement[];
}

/**
 * Finds the rows of a comparison in a base. The old table is aligned with it, and what has no old entry, or one that the base lacks, by
 * the alignment of the new table; each entry of the base stands in one row at most.
 */
export function rowsInBase(
  base: CalibrationTable,
  before: CalibrationTable,
  after: CalibrationTable,
  rows: readonly RowPlace[],
): BaseRows {
  const [withOld, withNew] = [aligned(base, before), aligned(base, after)];
  const [byOld, byNew] = [baseEntries(withOld, before), baseEntries(withNew, after)];
  const indices = Int32Array.from(rows, ({ oldIndex }) => byOld[oldIndex] ?? -1);
  const taken = new Set(indices);
  rows.forEach(({ newIndex }, row) => {
    const found = byNew[newIndex] ?? -1;
    if (indices[row] !== -1 || taken.has(found)) return;
    indices[row] = found;
    taken.add(found);
  });
  const change = (row: number, index: number, table: CalibrationTable): number => {
    const oldIndex = indices[row] ?? -1;
    return oldIndex < 0 || index < 0 ? NaN : scaleChange({ oldIndex, newIndex: index }, base, table).log2Ratio;
  };
  const toOld = Float64Array.from(rows, ({ oldIndex }, row) => change(row, oldIndex, before));
  const toNew = Float64Array.from(rows, ({ newIndex }, row) => change(row, newIndex, after));
  return {
    indices,
    toOld,
    toNew,
    oldFloor: roundingFloor([...toOld]),
    newFloor: roundingFloor([...toNew]),
    lost: base.names.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    statements: relationStatements(withOld.relation),
  };
}

function aligned(base: CalibrationTable, table: CalibrationTable): Alignment {
  return alignmentOfSame(base, table) ?? alignTables(base, table);
}

/** The entry of the base for each one of the table; -1: none that is sure, as a doubtful one says nothing about who moved. */
function baseEntries({ matches }: Alignment, { names }: CalibrationTable): Int32Array {
  const entries = new Int32Array(names.length).fill(-1);
  for (const { oldIndex, newIndex, confidence } of matches)
    if (confidence >= DOUBTFUL_BELOW) entries[newIndex] = oldIndex;
  return entries;
}
