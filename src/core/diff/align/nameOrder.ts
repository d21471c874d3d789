/**
 * Pairs by the order that names tell, where the files stand in different ones: parallel heads of a detector are
 * written in pieces and in another order by every version, but the numbers of an export and the indices of a module's
 * calls still count them.
 */
import { distanceOf, type Anchor, type Sides } from './anchors.js';
import { median } from './drift.js';
import { sequencesOf, type Sequence } from './nameSequences.js';
import { DOUBT, takenBy, type Found } from './found.js';
import { type Pairing } from './pairing.js';
import { probablePairs } from './posterior.js';
import { Scoring } from './scoring.js';

/** A pair less probable than this is left out. */
const LEAST = 0.6;
/** No pair by such an order is surer. */
const MOST_SURE = 0.7;
/** From this confidence on a pair stands, as does a believed one of equal names or scales. */
const STANDS = 0.8;
/** Two sequences are one when this share of the shorter is paired, with scales (|log2 ratio| in the middle) as close as this. */
const FITTING = { share: 0.8, distance: 0.35 } as const;
/** Work that is worth it: cells of all alignments together. */
const MOST_CELLS = 2e7;

/**
 * The pairs of the entries that no pair holds that is sure, or believed and of equal names or scales.
 * @param found pairs that nothing speaks against so far
 */
export function pairsByNameOrder({ sides, drift, trust }: Pairing, found: readonly Found[]): Found[] {
  const { old, next, shared } = sides;
  const taken = takenBy(found.filter((pair) => stands(pair, sides)));
  const [left, right] = [sequencesOf(old, taken.old), sequencesOf(next, taken.new)];
  const total = (sequences: readonly Sequence[]): number =>
    sequences.reduce((sum, { members }) => sum + members.length, 0);
  if (total(left) * total(right) > MOST_CELLS) return [];
  const scoring = new Scoring(old, next, drift, trust, shared);
  return withoutRivals(left.flatMap((a) => right.map((b) => aligned(a, b, sides, scoring))).flat());
}

function stands({ oldIndex, newIndex, confidence }: Found, { old, next }: Sides): boolean {
  if (confidence >= STANDS) return true;
  const isEqual = old.nameId[oldIndex] === next.nameId[newIndex] || old.bits[oldIndex] === next.bits[newIndex];
  return confidence > DOUBT && isEqual;
}

/** The pairs of two sequences, none where they do not fit. */
function aligned(a: Sequence, b: Sequence, { old, next }: Sides, scoring: Scoring): Found[] {
  const [rows, columns] = [a.members, b.members];
  const pairs = probablePairs(
    rows.length,
    columns.length,
    (row, column) => scoring.score(rows[row]?.index ?? 0, columns[column]?.index ?? 0),
    LEAST,
  ).map(({ row, column, probability }): Found => ({
    oldIndex: rows[row]?.index ?? 0,
    newIndex: columns[column]?.index ?? 0,
    confidence: Math.min(MOST_SURE, probability),
  }));
  const isFitting =
    pairs.length >= FITTING.share * Math.min(rows.length, columns.length) &&
    median(pairs.map((pair) => distanceOf(pair, old, next))) <= FITTING.distance;
  return isFitting ? pairs : [];
}

/** An entry that two sequences want goes to neither. */
function withoutRivals(pairs: readonly Found[]): Found[] {
  const count = (of: (pair: Pick<Anchor, 'oldIndex' | 'newIndex'>) => number): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const pair of pairs) counts.set(of(pair), (counts.get(of(pair)) ?? 0) + 1);
    return counts;
  };
  const [olds, news] = [count(({ oldIndex }) => oldIndex), count(({ newIndex }) => newIndex)];
  return pairs.filter(({ oldIndex, newIndex }) => olds.get(oldIndex) === 1 && news.get(newIndex) === 1);
}
