import { HEADER_ROW } from './selection.js';

/** The id by which the grid points at its active cell. */
export function cellId(row: number, column: number): string {
  return row === HEADER_ROW ? `head-${column}` : `cell-${row}-${column}`;
}
