/** A selection by what the rows show: rows move with every sort and filter, entries don't. */
import type { Selection } from './selection.js';

export interface EntrySelection {
  readonly anchor: number;
  readonly active: number;
  readonly column: number;
}

/** The selection in a view of these entries; null while its active entry is not shown. */
export function toRows(selection: EntrySelection | null, rows: Uint32Array): Selection | null {
  if (!selection) return null;
  const active = rows.indexOf(selection.active);
  const anchor = rows.indexOf(selection.anchor);
  return active === -1 ? null : { anchor: anchor === -1 ? active : anchor, active, column: selection.column };
}

/** What is selected, or null when nothing is (or only a header). */
export function toEntries(selection: Selection | null, rows: Uint32Array): EntrySelection | null {
  const anchor = rows[selection?.anchor ?? -1];
  const active = rows[selection?.active ?? -1];
  return selection && anchor !== undefined && active !== undefined
    ? { anchor, active, column: selection.column }
    : null;
}

/** The selection after its entries have moved. */
export function carried(selection: EntrySelection | null, carry: (entry: number) => number): EntrySelection | null {
  return selection && { ...selection, anchor: carry(selection.anchor), active: carry(selection.active) };
}
