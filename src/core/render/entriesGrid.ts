import { bitsToHex } from '../bytes/float32.js';
import { layerTypeOf } from '../table/entryNames.js';
import { entryAt, type CalibrationTable, type EntryView } from '../table/table.js';
import type { Cell, Column, Grid } from './grid.js';

const COLUMNS: readonly Column[] = [
  { title: 'index', align: 'right' },
  { title: 'name', align: 'left', flexible: true },
  { title: 'layerType', align: 'left' },
  { title: 'value', align: 'right' },
  { title: 'scale', align: 'right' },
  { title: 'dynamicRange', align: 'right' },
  { title: 'bits', align: 'left' },
];

/** All that a table says, for files: the columns of the command line's JSON, in its order. */
export function entriesGrid(table: CalibrationTable): Grid {
  return {
    columns: COLUMNS,
    rows: rowsOf(table, (entry) => [
      entry.index,
      entry.name,
      layerTypeOf(entry.name),
      entry.value,
      entry.scale,
      entry.dynamicRange,
      bitsToHex(entry.bits),
    ]),
  };
}

const VIEW_COLUMNS: readonly Column[] = [
  { title: '#', align: 'right' },
  { title: 'name', align: 'left', flexible: true },
  { title: 'type', align: 'left' },
  { title: 'scale', align: 'right' },
  { title: '± range', align: 'right' },
  { title: 'float32', align: 'left' },
];

/** What a person looks at: position, name, type, scale, range and bits. The stored number is one of them. */
export function entriesView(table: CalibrationTable): Grid {
  return {
    columns: VIEW_COLUMNS,
    rows: rowsOf(table, (entry) => [
      entry.index,
      entry.name,
      layerTypeOf(entry.name),
      entry.scale,
      entry.dynamicRange,
      bitsToHex(entry.bits),
    ]),
  };
}

function rowsOf(table: CalibrationTable, cells: (entry: EntryView) => Cell[]): Cell[][] {
  return table.names.map((_, index) => cells(entryAt(table, index)));
}
