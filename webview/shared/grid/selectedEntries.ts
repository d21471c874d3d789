/** A selection by what the rows show: rows move with every sort and filter, entries don't. */
import type { Selection } from './selection.js';

/** The run and the active cell, as a view remembers them. */
export interface EntrySelection {
  readonly anchor: number;
  readonly active: number;
  readonly column: number;
  readonly fromColumn?: number;
}

/** All that was selected before the rows changed. */
export interface Picked {
  /** In the order of the view. */
  readonly entries: Uint32Array;
  readonly active: number;
  readonly column: number;
  readonly fromColumn?: number;
}

/** What is picked by a selection of which no more than its active cell is known. */
export function pick({ active, column, fromColumn }: EntrySelection): Picked {
  return { entries: Uint32Array.of(active), active, column, ...(fromColumn !== undefined && { fromColumn }) };
}

/** The picked entries after they have moved. */
export function carried(picked: Picked, carry: (entry: number) => number): Picked {
  return { ...picked, entries: picked.entries.map(carry), active: carry(picked.active) };
}

/** The picked entries after their columns have moved. */
export function inColumns(
  { entries, active }: Picked,
  { column, fromColumn }: Pick<EntrySelection, 'column' | 'fromColumn'>,
): Picked {
  return { entries, active, column, ...(fromColumn !== undefined && { fromColumn }) };
}

/** The rows that now show the same entries; null when none does. A run stays a run where it still is one. */
export function reselect(picked: Picked, rows: Uint32Array): Selection | null {
  return run(picked, rows) ?? apart(picked, rows);
}

function run({ entries, active, ...columns }: Picked, rows: Uint32Array): Selection | null {
  const first = rows.indexOf(entries[0] ?? -1);
  const last = first + entries.length - 1;
  if (first < 0 || !entries.every((entry, at) => rows[first + at] === entry)) return null;
  if (rows[last] === active) return { ...columns, anchor: first, active: last };
  return rows[first] === active ? { ...columns, anchor: last, active: first } : null;
}

function apart({ entries, active, ...columns }: Picked, rows: Uint32Array): Selection | null {
  const picked = new Set(entries);
  const others: number[] = [];
  rows.forEach((entry, row) => {
    if (picked.has(entry)) others.push(row);
  });
  const [first] = others;
  if (first === undefined) return null;
  const row = others.find((other) => rows[other] === active) ?? first;
  const only = { ...columns, anchor: row, active: row };
  return others.length === 1 ? only : { ...only, others: new Set(others) };
}
