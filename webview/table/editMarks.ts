import { ADDED, CHANGED, RENAMED, type EditMarks } from '../../src/protocol/editMarks.js';

/** Which entries are edited since the last save. */
export interface Edits {
  readonly count: number;
  /** How many of the saved entries are gone. */
  readonly gone: number;
  /** By entry, what of it differs; shorter where none does. */
  readonly kinds: Uint8Array;
}

export const NO_EDITS: Edits = { count: 0, gone: 0, kinds: new Uint8Array() };

/** @param length how many entries the table has */
export function editsOf({ entries, kinds, gone }: EditMarks, length: number): Edits {
  if (entries.length === 0) return { ...NO_EDITS, gone };
  const byEntry = new Uint8Array(length);
  entries.forEach((entry, at) => (byEntry[entry] = kinds[at] ?? 0));
  return { count: entries.length, gone, kinds: byEntry };
}

export type EditMark = 'added' | 'changed' | null;

/** How a cell is marked: the head of a row, its name, or one of its numbers. */
export function markOf({ kinds }: Edits, entry: number, part: 'row' | 'name' | 'number'): EditMark {
  const kind = kinds[entry] ?? 0;
  if (kind === 0) return null;
  if (kind & ADDED) return part === 'row' ? 'added' : null;
  const wanted = part === 'row' ? RENAMED | CHANGED : part === 'name' ? RENAMED : CHANGED;
  return kind & wanted ? 'changed' : null;
}

/** The marks until the host tells those of the changed table: of entries that stand where `carry` says. */
export function carriedEdits(edits: Edits, carry: (entry: number) => number, length: number): Edits {
  if (edits.count === 0) return edits;
  const kinds = new Uint8Array(length);
  for (let entry = 0; entry < edits.kinds.length; entry++) {
    const kind = edits.kinds[entry] ?? 0;
    if (kind > 0) kinds[carry(entry)] = kind;
  }
  return { ...edits, kinds };
}
