/** Sections of a table that look replaced rather than renamed: pairs in them are doubtful. */
import type { Features } from './features.js';

interface Pair {
  readonly oldIndex: number;
  readonly newIndex: number;
}

/**
 * The pairs that rest on a likeness alone, in a section (between two firm pairs: same name, or the same scale to
 * the bit) where at least as many entries vanished or appeared as were paired. Heads that were merged look so.
 * @param pairs in the order of the new table
 */
export function replacedPairs<T extends Pair>(pairs: readonly T[], old: Features, next: Features): Set<T> {
  const doubtful = new Set<T>();
  let section: T[] = [];
  let start: Pair = { oldIndex: -1, newIndex: -1 };
  for (const pair of [...pairs, { oldIndex: old.names.length, newIndex: next.names.length } as T]) {
    if (!isFirm(pair, old, next)) {
      section.push(pair);
      continue;
    }
    const unpaired = pair.oldIndex - start.oldIndex - 1 + (pair.newIndex - start.newIndex - 1) - 2 * section.length;
    if (unpaired >= section.length) section.forEach((soft) => doubtful.add(soft));
    [section, start] = [[], pair];
  }
  return doubtful;
}

function isFirm({ oldIndex, newIndex }: Pair, old: Features, next: Features): boolean {
  return old.names[oldIndex] === next.names[newIndex] || old.bits[oldIndex] === next.bits[newIndex];
}
