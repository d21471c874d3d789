/** Sections of a table that look replaced rather than renamed: pairs in them are doubtful. */
import type { Sides } from './anchors.js';
import { takenBy, type Found } from './found.js';

/** Scales that differ by less than this (in log2) are equal but for rounding. */
const ROUNDING = 3e-6;

/**
 * The pairs that rest on a likeness alone, in a section (between two firm pairs: same name, or the same scale) where
 * at least as many entries vanished or appeared as were paired. Heads that were merged look so.
 * @param pairs in the order of the new table
 * @param elsewhere pairs across sections: their entries did not vanish
 */
export function replacedPairs<T extends Found>(
  pairs: readonly T[],
  sides: Pick<Sides, 'old' | 'next'>,
  elsewhere: readonly Found[] = [],
): Set<T> {
  const taken = takenBy([...pairs, ...elsewhere]);
  const end = { oldIndex: sides.old.names.length, newIndex: sides.next.names.length, confidence: 1 } as T;
  const doubtful = new Set<T>();
  let section: T[] = [];
  let start = { oldIndex: -1, newIndex: -1 };
  for (const pair of [...pairs, end]) {
    if (pair !== end && !isFirm(pair, sides)) {
      section.push(pair);
      continue;
    }
    const unpaired =
      free(start.oldIndex + 1, pair.oldIndex, taken.old) + free(start.newIndex + 1, pair.newIndex, taken.new);
    if (unpaired >= section.length) section.forEach((soft) => doubtful.add(soft));
    [section, start] = [[], pair];
  }
  return doubtful;
}

function free(from: number, to: number, taken: ReadonlySet<number>): number {
  let count = 0;
  for (let at = from; at < to; at++) if (!taken.has(at)) count++;
  return count;
}

function isFirm({ oldIndex, newIndex }: Found, { old, next }: Pick<Sides, 'old' | 'next'>): boolean {
  return (
    old.names[oldIndex] === next.names[newIndex] ||
    old.bits[oldIndex] === next.bits[newIndex] ||
    Math.abs((old.log2[oldIndex] ?? NaN) - (next.log2[newIndex] ?? NaN)) < ROUNDING
  );
}
