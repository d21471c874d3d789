/** Pairs that contradict the order of their own names. */
import { longestRise, type Sides } from './anchors.js';
import type { Found } from './found.js';
import { compareKeys, placeOf, type Place } from './nameSequences.js';

interface Placed<T> {
  readonly pair: T;
  readonly old: Place;
  readonly new: Place;
}

/**
 * The pairs between two sequences of names that lie crosswise to the others between them: order in the files paired
 * them, and their names count another way. Equal names and equal scales speak for themselves, and are no part of it.
 */
export function crosswisePairs<T extends Found>(found: readonly T[], { old, next }: Sides): ReadonlySet<T> {
  const groups = new Map<string, Placed<T>[]>();
  for (const pair of found) {
    const { oldIndex: i, newIndex: j } = pair;
    if (old.nameId[i] === next.nameId[j] || old.bits[i] === next.bits[j]) continue;
    const [before, after] = [placeOf(old.names[i] ?? ''), placeOf(next.names[j] ?? '')];
    if (before === null || after === null) continue;
    const key = `${before.group}\n${after.group}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ pair, old: before, new: after });
  }
  return new Set([...groups.values()].flatMap(crosswise));
}

function crosswise<T extends Found>(group: readonly Placed<T>[]): T[] {
  const byOld = [...group].sort((a, b) => compareKeys(a.old.key, b.old.key));
  const rankOfNew = new Map(
    [...group].sort((a, b) => compareKeys(a.new.key, b.new.key)).map((placed, rank) => [placed, rank]),
  );
  const rise = longestRise(
    byOld.map((placed, rank) => ({ oldIndex: rank, newIndex: rankOfNew.get(placed) ?? 0, by: 'earlier' })),
  );
  const risen = new Set(rise.map(({ oldIndex }) => oldIndex));
  return byOld.filter((_, rank) => !risen.has(rank)).map(({ pair }) => pair);
}
