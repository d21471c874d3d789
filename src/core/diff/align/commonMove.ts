/** What moved all scales alike: MinMax keeps the tails that Entropy clips, so that nearly every range grows. */
import { equalNames, type Sides } from './anchors.js';
import { median } from './drift.js';

/** Fewer names can't tell. */
const FEWEST = 8;
/** A smaller move (in log2) is none. */
const LEAST = 0.5;
/** Share of names that moved in the common direction. */
const ALIKE = 0.8;

/** The same tables, the new one's scales moved back by what names show: then they can be compared one by one. Null when there is no such move. */
export function withoutCommonMove(sides: Sides): Sides | null {
  const { old, next, shared } = sides;
  const moves = equalNames(shared)
    .map(({ oldIndex, newIndex }) => (next.log2[newIndex] ?? NaN) - (old.log2[oldIndex] ?? NaN))
    .filter((move) => !Number.isNaN(move));
  const common = median(moves);
  const alike = moves.filter((move) => Math.sign(move) === Math.sign(common)).length;
  if (moves.length < FEWEST || Math.abs(common) < LEAST || alike < ALIKE * moves.length) return null;
  return { ...sides, next: { ...next, log2: next.log2.map((value) => value - common) } };
}
