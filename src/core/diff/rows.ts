/** The lines of a comparison: pairs and new entries in the order of the new table, removed ones where they used to stand. */
import type { Diff } from './diff.js';

/** One line. Indices in the lists of the diff; exactly one of them is set. */
export type DiffRow = { readonly pair: number } | { readonly removed: number } | { readonly added: number };

/** Every pair and every leftover of a diff, once. A removed entry follows what stood before it in the old table. */
export function diffRows({ pairs, removed, added }: Pick<Diff, 'pairs' | 'removed' | 'added'>): DiffRow[] {
  const followers = followersOf(pairs, removed);
  const rows: DiffRow[] = [...(followers.get(-1) ?? [])];
  let next = 0;
  const addBefore = (newIndex: number): void => {
    while ((added[next]?.index ?? Infinity) < newIndex) rows.push({ added: next++ });
  };
  pairs.forEach(({ oldIndex, newIndex }, pair) => {
    addBefore(newIndex);
    rows.push({ pair });
    for (const row of followers.get(oldIndex) ?? []) rows.push(row);
  });
  addBefore(Infinity);
  return rows;
}

/** Removed entries by the old index of the pair that they follow; -1 for those before all pairs. */
function followersOf(pairs: Diff['pairs'], removed: Diff['removed']): Map<number, DiffRow[]> {
  const paired = Int32Array.from(pairs, ({ oldIndex }) => oldIndex).sort();
  const followers = new Map<number, DiffRow[]>();
  let at = 0;
  removed.forEach(({ index }, entry) => {
    while ((paired[at] ?? Infinity) < index) at++;
    const leader = paired[at - 1] ?? -1;
    const rows = followers.get(leader) ?? [];
    followers.set(leader, rows);
    rows.push({ removed: entry });
  });
  return followers;
}

/** Where a row stands in the two tables; -1 in one that lacks it. */
export interface RowPlace {
  readonly oldIndex: number;
  readonly newIndex: number;
}

/** The place of a row of this comparison. */
export function placeOf(row: DiffRow, { pairs, removed, added }: Pick<Diff, 'pairs' | 'removed' | 'added'>): RowPlace {
  if ('removed' in row) return { oldIndex: removed[row.removed]?.index ?? -1, newIndex: -1 };
  if ('added' in row) return { oldIndex: -1, newIndex: added[row.added]?.index ?? -1 };
  const { oldIndex = -1, newIndex = -1 } = pairs[row.pair] ?? {};
  return { oldIndex, newIndex };
}
