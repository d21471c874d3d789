/** Which entries differ from those of the file as it was saved, made from two tables. */
import type { CalibrationTable } from '../core/table/table.js';
import { findSplices, forEachSplice } from './rowSplices.js';

/** What of an entry differs, added up. */
export const RENAMED = 1;
export const CHANGED = 2;
export const ADDED = 4;

/** In columns: the entries that differ, in rising order, and what of each. */
export interface EditMarks {
  readonly entries: Uint32Array;
  readonly kinds: Uint8Array;
  /** How many of the saved entries are gone. */
  readonly gone: number;
}

/** Marks, and where each entry stood when it was saved; -1 for one that is new. */
export interface TracedMarks extends EditMarks {
  readonly from: Int32Array;
}

export const NO_MARKS: TracedMarks = {
  entries: new Uint32Array(),
  kinds: new Uint8Array(),
  gone: 0,
  from: new Int32Array(),
};

/** The marks of a table against what was saved. */
export function marksBetween(saved: CalibrationTable, now: CalibrationTable): TracedMarks {
  if (saved === now) return NO_MARKS;
  const same = (old: number, at: number): boolean =>
    saved.names[old] === now.names[at] && Object.is(saved.values[old], now.values[at]);
  const splices = findSplices(saved.names.length, now.names.length, same);
  const [entries, kinds, from]: [number[], number[], number[]] = [[], [], []];
  let [shift, gone] = [0, 0];
  forEachSplice(splices, (row, removed, added) => {
    for (let i = 0; i < added; i++) {
      const entry = row + shift + i;
      entries.push(entry);
      from.push(i < removed ? row + i : -1);
      kinds.push(i < removed ? kindOf(saved, row + i, now, entry) : ADDED);
    }
    gone += Math.max(0, removed - added);
    shift += added - removed;
  });
  return { entries: Uint32Array.from(entries), kinds: Uint8Array.from(kinds), gone, from: Int32Array.from(from) };
}

function kindOf(saved: CalibrationTable, old: number, now: CalibrationTable, entry: number): number {
  const renamed = saved.names[old] === now.names[entry] ? 0 : RENAMED;
  return Object.is(saved.values[old], now.values[entry]) ? renamed : renamed | CHANGED;
}
