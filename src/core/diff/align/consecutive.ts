/** Gaps between two paired names of one sequence: as many entries without a partner on both sides are each other's. */
import { distanceOf, type Sides } from './anchors.js';
import type { Drift } from './drift.js';
import { takenBy, type Found } from './found.js';
import { sequencesOf, type Sequence } from './nameSequences.js';

/** Nothing speaks for such a pair but its place. */
const CONFIDENCE = 0.6;
/** Scales move by no more than this (in log2), or by so many times the typical move. */
const NEAR = { distance: 0.35, times: 3 } as const;

/** Where an entry stands among the new table's sequences. */
interface Spot {
  readonly sequence: Sequence;
  readonly rank: number;
}

/** The pairs that fill gaps between consecutive names. */
export function gapPairs(found: readonly Found[], sides: Sides, drift: Drift): Found[] {
  const { old, next } = sides;
  const taken = takenBy(found);
  if (taken.old.size === old.names.length || taken.new.size === next.names.length) return [];
  const partner = new Map(found.map(({ oldIndex, newIndex }) => [oldIndex, newIndex]));
  const spots = spotsOf(sequencesOf(next));
  const most = Math.max(NEAR.distance, NEAR.times * drift.spread);
  const fills: Found[] = [];
  for (const { members } of sequencesOf(old)) {
    let gap: number[] = [];
    let before: Spot | undefined;
    for (const { index } of members) {
      if (!taken.old.has(index)) {
        gap.push(index);
        continue;
      }
      const after = spots.get(partner.get(index) ?? -1);
      const free = between(before, after).filter((newIndex) => !taken.new.has(newIndex));
      if (gap.length > 0 && free.length === gap.length)
        gap.forEach((oldIndex, at) => fills.push({ oldIndex, newIndex: free[at] ?? 0, confidence: CONFIDENCE }));
      [gap, before] = [[], after];
    }
  }
  return once(fills).filter((pair) => distanceOf(pair, old, next) <= most);
}

function spotsOf(sequences: readonly Sequence[]): Map<number, Spot> {
  return new Map(
    sequences.flatMap((sequence) =>
      sequence.members.map(({ index }, rank): [number, Spot] => [index, { sequence, rank }]),
    ),
  );
}

/** The entries between two places: of one sequence, or of the end of one and the beginning of another. */
function between(before: Spot | undefined, after: Spot | undefined): number[] {
  if (!before || !after) return [];
  const indices = ({ members }: Sequence, from: number, to: number): number[] =>
    members.slice(from, Math.max(from, to)).map(({ index }) => index);
  return before.sequence === after.sequence
    ? indices(before.sequence, before.rank + 1, after.rank)
    : [...indices(before.sequence, before.rank + 1, Infinity), ...indices(after.sequence, 0, after.rank)];
}

/** A new entry that two gaps want goes to neither. */
function once(pairs: readonly Found[]): Found[] {
  const wanted = new Map<number, number>();
  for (const { newIndex } of pairs) wanted.set(newIndex, (wanted.get(newIndex) ?? 0) + 1);
  return pairs.filter(({ newIndex }) => wanted.get(newIndex) === 1);
}
