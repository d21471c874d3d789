/** What a person reads as a table, before it is text: titled columns of names and numbers. */

/** Text, a number, or nothing. Numbers stay numbers until a renderer writes them. */
export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** May be shortened when a line is too narrow for all columns. */
  readonly flexible?: boolean;
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell with every digit: the shortest decimal that reads back to the same number; `Infinity` and `NaN` as words. */
export function exactText(cell: Cell): string {
  if (cell === null) return '';
  return Object.is(cell, -0) ? '-0' : String(cell);
}

/** Digits that a view shows of a number; a file never shows fewer than there are. */
const VIEW_DIGITS = 7;

/** A cell as a view shows it: numbers with seven significant digits. */
export function viewText(cell: Cell): string {
  return typeof cell === 'number' && Number.isFinite(cell)
    ? exactText(Number(cell.toPrecision(VIEW_DIGITS)))
    : exactText(cell);
}
