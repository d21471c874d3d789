/** Whether two tables are of one network: pairs that a search finds anywhere prove nothing. */
import { distanceOf, equalNames, type Sides } from './anchors.js';
import { median } from './drift.js';
import type { Found } from './found.js';
import type { NameTrust } from './nameTrust.js';

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
export function areRelated(
  sure: readonly Found[],
  { sides, trust }: { readonly sides: Sides; readonly trust: NameTrust },
): boolean {
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

/**
 * How close the scales of pairs are: |log2 ratio| in the middle, of scales that are no other tensor's, and by which factor closer than
 * those of other pairs of the same entries. Both 0 where there are too few to tell.
 */
export function closenessOf(pairs: readonly Pair[], sides: Sides): { distance: number; closer: number } {
  const compared = withOthers(pairs, sides);
  const telling = tellingPairs(pairs, sides).map((pair) => distanceOf(pair, sides.old, sides.next));
  return {
    // Of two in the middle the closer one: half of the scales have to be apart, and one more.
    distance: Float64Array.from(telling).sort()[(telling.length - 1) >> 1] ?? 0,
    closer: compared === null || compared.mean === 0 ? 0 : compared.own / compared.mean,
  };
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
export function doNamesTell(names: readonly Pair[], sides: Sides): boolean | null {
  const compared = withOthers(names, sides);
  return compared && (compared.own <= CLOSE || compared.own < compared.mean - BEYOND_CHANCE * compared.deviation);
}

/**
 * How far apart the scales of pairs are on average, and how far those of other pairs: the same entries in another order,
 * turned by an eighth to seven eighths of the table, so that tensors with one range are not laid on each other. Null for too few.
 */
function withOthers(
  all: readonly Pair[],
  { old, next }: Pick<Sides, 'old' | 'next'>,
): { own: number; mean: number; deviation: number } | null {
  const telling = tellingPairs(all, { old, next });
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

/** One pair for each scale: what many tensors share (the range of every sigmoid is 1) tells nothing. */
function tellingPairs(all: readonly Pair[], { old, next }: Pick<Sides, 'old' | 'next'>): Pair[] {
  const seen = { old: new Set<number>(), next: new Set<number>() };
  return all.filter((pair) => {
    const [before, after] = [old.bits[pair.oldIndex] ?? 0, next.bits[pair.newIndex] ?? 0];
    const isKnown = seen.old.has(before) && seen.next.has(after);
    seen.old.add(before);
    seen.next.add(after);
    return !isKnown && !Number.isNaN(distanceOf(pair, old, next));
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
