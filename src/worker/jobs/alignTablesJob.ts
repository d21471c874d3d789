import { alignTables } from '../../core/diff/align/align.js';
import type { CalibrationTable } from '../../core/table/table.js';
import { unpackMessage, type Packed } from '../../protocol/packedNames.js';
import { packAlignment, type PackedAlignment } from '../packedAlignment.js';

/** Finds out which entry of one table is which of another. */
export function alignTablesJob(tables: readonly [Packed<CalibrationTable>, Packed<CalibrationTable>]): PackedAlignment {
  const [before, after] = tables;
  return packAlignment(alignTables(tableOf(before), tableOf(after)));
}

function tableOf(packed: Packed<CalibrationTable>): CalibrationTable {
  return unpackMessage(packed as CalibrationTable);
}
