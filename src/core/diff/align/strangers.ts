/** Whether two tables are of one network: pairs that a search finds anywhere prove nothing. */
import { distanceOf, equalNames, type Sides } from './anchors.js';
import { median } from './drift.js';
import type { Found, Pairing } from './pairing.js';

type Pair = Pick<Found, 'oldIndex' | 'newIndex'>;

/** Below this share of sure pairs in the smaller table, the networks are taken for different ones. */
const SHARE = 0.3;
/** What a search does not find between two networks: this share of pairs with scales this close, or more pairs that are this much closer than others. */
const BEYOND_SEARCH = { share: 0.5, distance: 0.35, most: 0.85, closer: 0.75 } as const;
/** Fewer names can't tell, and more tell nothing more. */
const [FEWEST, ENOUGH] = [8, 2000];
/** Scales that are as close as this (in log2) could be anybody's, and further apart than this is no worse. */
const [CLOSE, FAR] = [0.5, 4];
/** So many ways to give the names another order; the right one is closer than they are by so many standard deviations. */
const [TURNS, BEYOND_CHANCE] = [40, 2.5];

/** Whether enough fits together. */
export function areRelated(sure: readonly Found[], { sides, trust }: Pairing): boolean {
  const { old, next, shared } = sides;
  const smaller = Math.min(old.names.length, next.names.length);
  if (smaller === 0) return true;
  const equal = equalNames(shared);
  if (
    sure.length < SHARE * smaller ||
    doNamesTell(
      equal.filter(({ oldIndex }) => trust.isSure(old.shape[oldIndex] ?? 0)),
      sides,
    ) === false
  )
    return false;
  return smaller < FEWEST || isBeyondSearch(sure, smaller, sides) || doNamesTell(equal, sides) === true;
}

function isBeyondSearch(sure: readonly Found[], smaller: number, sides: Sides): boolean {
  const distances = sure
    .map((pair) => distanceOf(pair, sides.old, sides.next))
    .filter((distance) => !Number.isNaN(distance));
  if (sure.length >= BEYOND_SEARCH.share * smaller && median(distances) <= BEYOND_SEARCH.distance) return true;
  const compared = withOthers(sure, sides);
  return (
    sure.length >= BEYOND_SEARCH.most * smaller &&
    compared !== null &&
    compared.own < BEYOND_SEARCH.closer * compared.mean
  );
}

/** Whether scales at equal names lie closer than those at different ones. Null: too few to tell. */
function doNamesTell(names: readonly Pair[], sides: Sides): boolean | null {
  const compared = withOthers(names, sides);
  return compared && (compared.own <= CLOSE || compared.own < compared.mean - BEYOND_CHANCE * compared.deviation);
}

/**
 * How far apart the scales of pairs are on average, and how far those of other pairs: the same entries in another order,
 * turned by an eighth to seven eighths of the table, so that tensors with one range are not laid on each other. Null for too few.
 */
function withOthers(
  all: readonly Pair[],
  { old, next }: Sides,
): { own: number; mean: number; deviation: number } | null {
  const seen = new Set<number>();
  const isFirst = (bits: number): boolean => !seen.has(bits) && seen.add(bits).has(bits);
  // What many tensors share (the range of every sigmoid is 1) tells nothing.
  const telling = all.filter(
    (pair) => !Number.isNaN(distanceOf(pair, old, next)) && isFirst(old.bits[pair.oldIndex] ?? 0),
  );
  if (telling.length < FEWEST) return null;
  const step = Math.ceil(telling.length / ENOUGH);
  const pairs = telling.filter((_, at) => at % step === 0);
  const meanDistance = (by: number): number =>
    meanOf(
      pairs.map(({ oldIndex }, at) =>
        Math.min(FAR, distanceOf({ oldIndex, newIndex: pairs[(at + by) % pairs.length]?.newIndex ?? 0 }, old, next)),
      ),
    );
  const turns = Array.from({ length: TURNS }, (_, k) =>
    meanDistance(Math.round(pairs.length * (1 / 8 + (3 / 4) * (k / (TURNS - 1))))),
  );
  const mean = meanOf(turns);
  return { own: meanDistance(0), mean, deviation: Math.sqrt(meanOf(turns.map((value) => (value - mean) ** 2))) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
