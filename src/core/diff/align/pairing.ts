/** From two tables to pairs: by names where order tells nothing, else in order, twice, the second time with what the first one taught. */
import { distanceOf, equalNames, findAnchors, isOrdered, type Anchor, type Sides } from './anchors.js';
import { DOUBT, type Found } from './found.js';
import { isOutlier, learnDrift, unknownDrift, type Drift } from './drift.js';
import { Experiences, firstTrust, learnedTrust, type NameTrust } from './nameTrust.js';
import { probablePairs } from './posterior.js';
import { withoutCommonMove } from './commonMove.js';
import { Scoring } from './scoring.js';
import { doNamesTell } from './strangers.js';

/** What was found, and what it taught. */
export interface Pairing {
  /** The two tables without what moved all scales alike. */
  readonly sides: Sides;
  readonly found: readonly Found[];
  readonly trust: NameTrust;
  readonly drift: Drift;
  /** False when the tables do not stand in one order. */
  readonly ordered: boolean;
  /** Old entries whose name, though of a sure shape, stands for another tensor in the new table. */
  readonly wrong: ReadonlySet<number>;
}

/** A pair less probable than this is left out. */
const LEAST = 0.6;
/** From this confidence on, a pair of the first alignment teaches. */
const TEACHING = 0.8;
/** An equal name is contradicted by a pair whose scales are closer by this much, in log2, or by a sure one that is as close. */
const CLOSER = 0.3;
const SURE = 0.95;
/** From this confidence on, a pair among such pairs is not looked at again. */
const SETTLED = 0.999;
const CONFIDENCE = { sureName: 1, sameName: 0.98, other: 0.95, unordered: 0.8 } as const;

/**
 * Pairs the entries of two tables; each entry is in one pair at most.
 * @param raw the tables as they are
 */
export function pairTables(raw: Sides): Pairing {
  const moved = withoutCommonMove(raw);
  const sides = moved ?? raw;
  const unknown = unknownDrift(commonBits(sides));
  // Names that moved alike are right enough to tell how far they moved.
  const drift = moved
    ? learnDrift(
        equalNames(sides.shared).map((pair) => distanceOf(pair, sides.old, sides.next)),
        unknown,
      )
    : unknown;
  return isOrdered(sides) ? byOrder(sides, drift) : byName(sides);
}

function byOrder(sides: Sides, expected: Drift): Pairing {
  const { old, next } = sides;
  const first = align(sides, firstTrust(old), expected, new Set(), []);
  const { trust, wrong } = lessonsOf(first, sides, expected);
  const smaller = Math.min(old.names.length, next.names.length);
  const teaching = first.filter(({ confidence }) => confidence >= TEACHING);
  const drift = learnDrift(
    teaching.map((pair) => distanceOf(pair, old, next)),
    expected,
    smaller - teaching.length,
  );
  const isDone = teaching.length === smaller && wrong.size === 0;
  const found = isDone
    ? first.map((pair) => withSureName(pair, sides, trust))
    : align(sides, trust, drift, wrong, inTheMiddle(first));
  return { sides, found, trust, drift, wrong, ordered: true };
}

/** A pair of the first alignment with what is known since of its name. */
function withSureName(pair: Found, { old, next }: Sides, trust: NameTrust): Found {
  const { oldIndex, newIndex } = pair;
  const isSure = old.nameId[oldIndex] === next.nameId[newIndex] && trust.isSure(old.shape[oldIndex] ?? 0);
  return isSure ? { ...pair, confidence: CONFIDENCE.sureName } : pair;
}

/** Pairs that are sure, as are both of their neighbours: there is nothing left to learn of them. */
function inTheMiddle(found: readonly Found[]): Anchor[] {
  const sure = new Map(
    found.filter(({ confidence }) => confidence >= SETTLED).map(({ oldIndex, newIndex }) => [oldIndex, newIndex]),
  );
  const isSure = (oldIndex: number, newIndex: number): boolean => sure.get(oldIndex) === newIndex;
  return [...sure].flatMap(([oldIndex, newIndex]): Anchor[] =>
    isSure(oldIndex - 1, newIndex - 1) && isSure(oldIndex + 1, newIndex + 1)
      ? [{ oldIndex, newIndex, by: 'earlier' }]
      : [],
  );
}

/** What each shape's names did, and which names stand for another tensor. */
function lessonsOf(
  found: readonly Found[],
  { old, next, shared }: Sides,
  { spread }: Drift,
): { trust: NameTrust; wrong: ReadonlySet<number> } {
  const sure = found.filter(({ confidence }) => confidence >= TEACHING);
  const ofOld = new Map(sure.map((pair) => [pair.oldIndex, pair]));
  const ofNew = new Map(sure.map((pair) => [pair.newIndex, pair]));
  const wrong = new Set<number>();
  const experience = new Experiences();
  for (const pair of equalNames(shared)) {
    const others = [ofOld.get(pair.oldIndex), ofNew.get(pair.newIndex)].filter((other) => other !== undefined);
    const isSame = ({ oldIndex, newIndex }: Found): boolean => oldIndex === pair.oldIndex && newIndex === pair.newIndex;
    const isBetter = (other: Found): boolean => {
      const closer = distanceOf(pair, old, next) - distanceOf(other, old, next);
      return closer > Math.max(CLOSER, spread) || (closer >= 0 && other.confidence >= SURE);
    };
    const shape = old.shape[pair.oldIndex] ?? 0;
    if (others.some(isSame)) experience.add(shape, 'confirmed');
    else if (others.some(isBetter)) {
      experience.add(shape, 'contradicted');
      wrong.add(pair.oldIndex);
    }
  }
  return { trust: learnedTrust(old, experience), wrong };
}

/** Aligns what lies between each two neighbouring anchors. */
function align(
  sides: Sides,
  trust: NameTrust,
  drift: Drift,
  wrong: ReadonlySet<number>,
  earlier: readonly Anchor[],
): Found[] {
  const { old, next, shared } = sides;
  const anchors = findAnchors(sides, trust, wrong, earlier);
  const scoring = new Scoring(old, next, drift, trust, shared);
  const found: Found[] = anchors.map(({ oldIndex, newIndex, by }) => ({
    oldIndex,
    newIndex,
    confidence: confidenceOf({ oldIndex, newIndex, by }, sides),
  }));
  let [i, j] = [0, 0];
  for (const end of [...anchors, { oldIndex: old.names.length, newIndex: next.names.length }]) {
    const [row0, column0] = [i, j];
    for (const { row, column, probability } of probablePairs(
      end.oldIndex - row0,
      end.newIndex - column0,
      (row, column) => scoring.score(row0 + row, column0 + column),
      LEAST,
    )) {
      found.push({ oldIndex: row0 + row, newIndex: column0 + column, confidence: probability });
    }
    [i, j] = [end.oldIndex + 1, end.newIndex + 1];
  }
  return found;
}

function confidenceOf({ oldIndex, newIndex, by }: Anchor, { old, next }: Sides): number {
  if (by === 'name') return CONFIDENCE.sureName;
  return old.nameId[oldIndex] === next.nameId[newIndex] ? CONFIDENCE.sameName : CONFIDENCE.other;
}

/** Without an order, names are left to go by, where the scales of their shape agree; names that count only where they do at all. */
function byName(sides: Sides): Pairing {
  const { old, next, shared } = sides;
  const all = equalNames(shared);
  const pairs = doNamesTell(all, sides) === false ? all.filter(({ oldIndex }) => old.numbered[oldIndex] !== 1) : all;
  const drift = learnDrift(
    pairs.map((pair) => distanceOf(pair, old, next)),
    unknownDrift(commonBits(sides)),
  );
  const isFar = (pair: Anchor): boolean => isOutlier(distanceOf(pair, old, next), drift);
  const experience = new Experiences();
  for (const pair of pairs) experience.add(old.shape[pair.oldIndex] ?? 0, isFar(pair) ? 'contradicted' : 'confirmed');
  const trust = learnedTrust(old, experience);
  const found = pairs.map((pair) => ({
    ...pair,
    confidence: trust.isSure(old.shape[pair.oldIndex] ?? 0)
      ? CONFIDENCE.sureName
      : isFar(pair)
        ? DOUBT
        : CONFIDENCE.unordered,
  }));
  return { sides, found, trust, drift, wrong: new Set(), ordered: false };
}

function commonBits({ old, next }: Sides): number {
  const bits = new Set(old.bits);
  return next.bits.filter((value) => bits.has(value)).length / Math.max(1, next.bits.length);
}
