import type { Selection } from '../shared/grid/selection.js';

/** What was selected before the rows changed. */
export interface Picked {
  readonly entries: Uint32Array;
  readonly active: number;
  readonly column: number;
}

/** The rows that now show the same entries; null when none does. */
export function reselect({ entries, active, column }: Picked, rows: Uint32Array): Selection | null {
  const picked = new Set(entries);
  const others: number[] = [];
  rows.forEach((entry, row) => {
    if (picked.has(entry)) others.push(row);
  });
  const [first] = others;
  if (first === undefined) return null;
  const row = others.find((other) => rows[other] === active) ?? first;
  return { anchor: row, active: row, column, others: new Set(others) };
}
