/** How many entries one table has that the other one lacks: not those that only can't be told apart. */
import { longestRise, type Sides } from './anchors.js';
import { takenBy, type Found } from './found.js';

/**
 * The entries that one table has more than the other between two neighbouring pairs, summed up, of the table that has
 * more of them: another depth of a network adds on one side. Where both have as many without a partner, they are the
 * same ones, but which is which could not be told.
 */
export function leftOutOf(found: readonly Found[], { old, next }: Pick<Sides, 'old' | 'next'>): number {
  const taken = takenBy(found);
  const pairs = [...found]
    .sort((a, b) => a.oldIndex - b.oldIndex)
    .map(({ oldIndex, newIndex }) => ({ oldIndex, newIndex, by: 'earlier' as const }));
  let [removed, added] = [0, 0];
  let [i, j] = [0, 0];
  for (const end of [...longestRise(pairs), { oldIndex: old.names.length, newIndex: next.names.length }]) {
    const more = free(i, end.oldIndex, taken.old) - free(j, end.newIndex, taken.new);
    removed += Math.max(0, more);
    added += Math.max(0, -more);
    [i, j] = [end.oldIndex + 1, end.newIndex + 1];
  }
  return Math.max(removed, added);
}

function free(from: number, to: number, taken: ReadonlySet<number>): number {
  let count = 0;
  for (let at = from; at < to; at++) if (!taken.has(at)) count++;
  return count;
}
