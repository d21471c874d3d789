import { diffTables, type Leftover, type Pair } from '../../core/diff/diff.js';
import { entryScale, type CalibrationTable } from '../../core/table.js';
import type { DiffMessage } from '../../protocol.js';

/** One side of a comparison: its name for people, and its table. */
export interface Side {
  readonly label: string;
  readonly table: CalibrationTable;
}

/** A comparison of two tables as the view draws it. */
export function diffMessage(before: Side, after: Side): DiffMessage {
  const { verdict, summary, pairs, removed, added } = diffTables(before.table, after.table);
  const indices = (key: 'oldIndex' | 'newIndex'): Uint32Array => Uint32Array.from(pairs, (pair) => pair[key]);
  const numbers = (key: 'oldScale' | 'newScale' | 'log2Ratio'): Float64Array => Float64Array.from(pairs, (pair) => pair[key]);
  return {
    type: 'diff',
    oldFile: before.label, newFile: after.label,
    oldHeader: before.table.header, newHeader: after.table.header,
    verdict, summary,
    oldNames: pairs.map((pair) => pair.old), newNames: pairs.map((pair) => pair.new),
    oldIndices: indices('oldIndex'), newIndices: indices('newIndex'),
    oldScales: numbers('oldScale'), newScales: numbers('newScale'), log2Ratios: numbers('log2Ratio'),
    changed: Uint8Array.from(pairs, ({ status }: Pair) => (status === 'changed' ? 1 : 0)),
    removed: withScales(removed, before.table), added: withScales(added, after.table),
  };
}

function withScales(leftovers: readonly Leftover[], table: CalibrationTable): DiffMessage['removed'] {
  return leftovers.map((leftover) => ({ ...leftover, scale: entryScale(table, leftover.index) }));
}
