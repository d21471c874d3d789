/** What is selected: a run of rows from `anchor` to `active`, whole or some of their cells, and the active cell. Rows are positions in the view. */
export interface Selection {
  readonly anchor: number;
  /** -1 is the header row. */
  readonly active: number;
  readonly column: number;
  /** The column from which cells are selected, up to `column`; without it rows are, whole. */
  readonly fromColumn?: number;
  /** Rows selected apart from the run, with Ctrl+click. */
  readonly others?: ReadonlySet<number>;
}

export const HEADER_ROW = -1;

export type Motion =
  'up' | 'down' | 'left' | 'right' | 'pageUp' | 'pageDown' | 'rowStart' | 'rowEnd' | 'first' | 'last';

export interface Limits {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves. */
  readonly page: number;
}

/** One cell and no more. */
export function cellAt(row: number, column: number): Selection {
  return { anchor: row, active: row, column, fromColumn: column };
}

/** The same rows, whole. */
export function wholeRows({ anchor, active, column, others }: Selection): Selection {
  return { anchor, active, column, ...(others && { others }) };
}

/** The selection that a click makes, or with `extend` a Shift+click or a drag: a cell, or whole rows where a row's head is meant. */
export function clicked(
  before: Selection | null,
  row: number,
  column: number,
  extend: boolean,
  whole: boolean,
): Selection {
  const cell = cellAt(row, column);
  const { anchor, fromColumn } = extend && before && before.active !== HEADER_ROW ? before : cell;
  const run = { ...cell, anchor };
  return whole || fromColumn === undefined ? wholeRows(run) : { ...run, fromColumn };
}

/** The selection after a key; with `extend` its other end stays. */
export function move(selection: Selection, motion: Motion, extend: boolean, limits: Limits): Selection {
  const column = clamp(columnAfter(selection.column, motion, limits), 0, limits.columns - 1);
  const active = rowAfter(selection.active, motion, extend, limits);
  return extend ? clicked(selection, active, column, true, false) : cellAt(active, column);
}

/** First and last selected column of so many, or null for none. */
export function columnSpan(selection: Selection | null, columns: number): { first: number; last: number } | null {
  if (!selection || columns === 0) return null;
  const { column, fromColumn } = selection;
  if (fromColumn === undefined) return { first: 0, last: columns - 1 };
  return { first: Math.min(column, fromColumn), last: Math.max(column, fromColumn) };
}

/** What Escape leaves: of several rows or cells the active cell, of that nothing. */
export function dropped(selection: Selection): Selection | null {
  const { anchor, active, column, fromColumn, others } = selection;
  const isOne = anchor === active && fromColumn === column && (others?.size ?? 0) === 0;
  return isOne || active === HEADER_ROW ? null : cellAt(active, column);
}

/** The same selection where its columns stand elsewhere. */
export function placedAnew(selection: Selection, placeOf: (column: number) => number): Selection {
  const { column, fromColumn } = selection;
  return {
    ...selection,
    column: placeOf(column),
    ...(fromColumn !== undefined && { fromColumn: placeOf(fromColumn) }),
  };
}

/** A selection that fits a view of so many rows, or null when nothing is left. */
export function fit(selection: Selection | null, rows: number): Selection | null {
  if (!selection || rows === 0) return null;
  const last = rows - 1;
  const { others = [], ...run } = selection;
  const left = [...others].filter((row) => row <= last);
  const fitting = { ...run, anchor: Math.min(run.anchor, last), active: Math.min(run.active, last) };
  return left.length > 0 ? { ...fitting, others: new Set(left) } : fitting;
}

/** First and last selected row, or null for none. */
export function span(selection: Selection | null): { first: number; last: number } | null {
  if (!selection || selection.active === HEADER_ROW) return null;
  const { anchor, active } = selection;
  return { first: Math.min(anchor, active), last: Math.max(anchor, active) };
}

export function isSelected(selection: Selection | null, row: number): boolean {
  const run = span(selection);
  return run !== null && ((row >= run.first && row <= run.last) || selection?.others?.has(row) === true);
}

/** All selected rows, from top to bottom. */
export function selectedRows(selection: Selection | null): number[] {
  const run = span(selection);
  if (!run) return [];
  const rows = new Set(selection?.others);
  for (let row = run.first; row <= run.last; row++) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

/** The selection with one row more or, if it was selected, one fewer; the last one stays. */
export function toggled(selection: Selection | null, row: number, column: number): Selection {
  const before = selectedRows(selection);
  const rest = before.filter((other) => other !== row);
  const active = rest.length === before.length ? row : (rest.at(-1) ?? row);
  const toggledRows = { ...cellAt(active, column), others: new Set(rest) };
  return selection && selection.fromColumn === undefined ? wholeRows(toggledRows) : toggledRows;
}

function rowAfter(row: number, motion: Motion, extend: boolean, { rows, page }: Limits): number {
  const last = rows - 1;
  // Only a plain step up leaves the rows for the header.
  const top = motion === 'up' && !extend ? HEADER_ROW : 0;
  switch (motion) {
    case 'up':
      return clamp(row - 1, top, last);
    case 'down':
      return clamp(row + 1, 0, last);
    case 'pageUp':
      return clamp(row - page, 0, last);
    case 'pageDown':
      return clamp(row + page, 0, last);
    case 'first':
      return 0;
    case 'last':
      return last;
    default:
      return row;
  }
}

function columnAfter(column: number, motion: Motion, { columns }: Limits): number {
  switch (motion) {
    case 'left':
      return column - 1;
    case 'right':
      return column + 1;
    case 'rowStart':
      return 0;
    case 'rowEnd':
      return columns - 1;
    default:
      return column;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
