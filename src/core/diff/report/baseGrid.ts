import { entryScale, type CalibrationTable } from '../../table/table.js';
import type { Cell, Column, Grid } from '../../render/grid.js';
import { rowsInBase } from '../base.js';
import { hasMoved, moveOf } from '../moves.js';
import type { Diff } from '../diff.js';
import type { RowPlace } from '../rows.js';
import { diffGrid } from './diffGrid.js';

const COLUMNS: readonly Column[] = [
  { title: 'base', align: 'left', flexible: true },
  { title: 'baseIndex', align: 'right' },
  { title: 'baseScale', align: 'right' },
  { title: 'moved', align: 'left' },
];

/**
 * A comparison as `diffGrid` has it, with the base of both tables: its entry, and which of the two moved away from it.
 * @param threshold |log2 ratio| up to which a scale has not moved
 */
export function baseGrid(
  diff: Diff,
  base: CalibrationTable,
  [before, after]: readonly [CalibrationTable, CalibrationTable],
  threshold = 0,
): Grid {
  const grid = diffGrid(diff);
  const { pairs, removed, added } = diff;
  const places: readonly RowPlace[] = [
    ...pairs,
    ...removed.map(({ index }) => ({ oldIndex: index, newIndex: -1 })),
    ...added.map(({ index }) => ({ oldIndex: -1, newIndex: index })),
  ];
  const found = rowsInBase(base, before, after, places);
  const cellsOf = (row: number): Cell[] => {
    const index = found.indices[row] ?? -1;
    if (index < 0) return [null, null, null, null];
    const pair = pairs[row];
    const move =
      pair &&
      moveOf(
        hasMoved(found.toOld[row], Math.max(threshold, found.oldFloor)),
        hasMoved(found.toNew[row], Math.max(threshold, found.newFloor)),
        pair.status === 'same',
      );
    return [base.names[index] ?? null, index, entryScale(base, index), move ?? null];
  };
  return {
    columns: [...grid.columns, ...COLUMNS],
    rows: grid.rows.map((cells, row) => [...cells, ...cellsOf(row)]),
  };
}
