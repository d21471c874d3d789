/** Pairs that need no alignment: names that are sure, runs of names whose scales agree, and scales that only one tensor of each table has. */
import type { Features } from './features.js';
import type { NameTrust, SharedNames } from './nameTrust.js';

export interface Anchor {
  readonly oldIndex: number;
  readonly newIndex: number;
  readonly by: 'name' | 'run' | 'scale' | 'earlier';
}

/** Two tables, and the names that stand once in each of them. */
export interface Sides {
  readonly old: Features;
  readonly next: Features;
  readonly shared: SharedNames;
}

/** Below this share of rising pairs, order tells nothing. */
const ORDERED = 0.6;
/** Fewer pairs than this can't tell of disorder. */
const FEWEST = 8;
/** Two scales of different tensors are equal to the bit about once in so many. */
const DIFFERENT_SCALES = 2 ** 25;
const MORE_THAN_CHANCE = 20;
/** A run: so many neighbours on each side, so many of all that agree, so many different scales among them. By chance hardly in a million. */
const RUN = { reach: 4, agreeing: 8, different: 6 } as const;
/** Scales agree up to so many times the quartile of all distances, when that is small. */
const AGREEING = { quartile: 0.07, times: 3, least: 0.02 } as const;

/**
 * The anchors of an alignment in order, sorted on both sides: a name that is sure counts wherever it stands, and those
 * that lie crosswise are left out here.
 * @param wrong old entries whose name, though sure by its shape, was found to stand for another tensor
 * @param earlier what an earlier alignment is sure of
 */
export function findAnchors(
  sides: Sides,
  trust: NameTrust,
  wrong: ReadonlySet<number>,
  earlier: readonly Anchor[],
): Anchor[] {
  const { old, shared } = sides;
  const byName = equalNames(shared).filter(({ oldIndex }) => trust.isSure(old.shape[oldIndex] ?? 0));
  const taken = { old: new Set<number>(), new: new Set<number>() };
  const anchors: Anchor[] = [];
  // The surest first: each entry has one anchor at most.
  for (const anchor of [...byName, ...runAnchors(sides), ...earlier, ...tellingScales(sides)]) {
    const { oldIndex, newIndex, by } = anchor;
    if (taken.old.has(oldIndex) || taken.new.has(newIndex) || (by !== 'earlier' && wrong.has(oldIndex))) continue;
    taken.old.add(oldIndex);
    taken.new.add(newIndex);
    anchors.push(anchor);
  }
  return longestRise(anchors.sort((a, b) => a.oldIndex - b.oldIndex));
}

/** Whether both tables stand in one order, by the names that both have or by the scales: names that count lie beside the scales, but in order, too. */
export function isOrdered({ old, next, shared }: Sides): boolean {
  const telling = [equalNames(shared), scaleAnchors(old, next)].filter(({ length }) => length >= FEWEST);
  return telling.length === 0 || telling.some((anchors) => longestRise(anchors).length >= ORDERED * anchors.length);
}

/** Scales that only one tensor of each table has, in order; none where it may be by chance that they are equal. */
function tellingScales(sides: Sides): Anchor[] {
  const all = scaleAnchors(sides.old, sides.next);
  const rise = longestRise(all);
  return rise.length >= ORDERED * all.length && isMoreThanChance(all, sides) ? rise : [];
}

/** Whether so many scales can't be equal by chance. */
export function isMoreThanChance(scales: readonly Anchor[], { old, next }: Pick<Sides, 'old' | 'next'>): boolean {
  return scales.length > (MORE_THAN_CHANCE * old.names.length * next.names.length) / DIFFERENT_SCALES;
}

/** Every pair of equal names, in the order of the old table. */
export function equalNames({ partner }: SharedNames): Anchor[] {
  const pairs: Anchor[] = [];
  partner.forEach((newIndex, oldIndex) => {
    if (newIndex >= 0) pairs.push({ oldIndex, newIndex, by: 'name' });
  });
  return pairs;
}

/** |log2 ratio| of two scales; NaN where one has no logarithm. */
export function distanceOf(
  { oldIndex, newIndex }: Pick<Anchor, 'oldIndex' | 'newIndex'>,
  old: Features,
  next: Features,
): number {
  return old.bits[oldIndex] === next.bits[newIndex]
    ? 0
    : Math.abs((old.log2[oldIndex] ?? NaN) - (next.log2[newIndex] ?? NaN));
}

/** Equal names in a row, whose scales agree as well: numbers that count do not do that by chance. */
function runAnchors({ old, next, shared }: Sides): Anchor[] {
  const pairs = longestRise(equalNames(shared));
  const distances = pairs.map((pair) => distanceOf(pair, old, next));
  const quartile =
    Float64Array.from(distances.filter((distance) => !Number.isNaN(distance))).sort()[distances.length >> 2] ??
    Infinity;
  if (quartile > AGREEING.quartile) return [];
  const tolerance = Math.max(AGREEING.least, AGREEING.times * quartile);
  const agrees = distances.map((distance) => distance <= tolerance);
  return pairs.filter((_, at) => agrees[at] && isRun(at, pairs, agrees, old)).map((pair) => ({ ...pair, by: 'run' }));
}

function isRun(at: number, pairs: readonly Anchor[], agrees: readonly boolean[], { bits }: Features): boolean {
  let agreeing = 0;
  const scales: number[] = [];
  for (let k = Math.max(0, at - RUN.reach); k <= at + RUN.reach; k++) {
    const pair = pairs[k];
    if (!pair || !agrees[k]) continue;
    agreeing++;
    const scale = bits[pair.oldIndex] ?? 0;
    if (!scales.includes(scale)) scales.push(scale);
  }
  return agreeing >= RUN.agreeing && scales.length >= RUN.different;
}

/** Scales that stand once on both sides, of entries whose kinds do not speak against it. */
export function scaleAnchors(old: Features, next: Features): Anchor[] {
  const places = uniqueBits(next);
  const anchors = [...uniqueBits(old)].flatMap(([bits, oldIndex]): Anchor[] => {
    const newIndex = places.get(bits);
    if (newIndex === undefined || Number.isNaN(old.log2[oldIndex])) return [];
    const [kindA, kindB] = [old.kind[oldIndex] ?? 0, next.kind[newIndex] ?? 0];
    return kindA !== 0 && kindB !== 0 && kindA !== kindB ? [] : [{ oldIndex, newIndex, by: 'scale' }];
  });
  return anchors.sort((a, b) => a.oldIndex - b.oldIndex);
}

function uniqueBits({ bits }: Features): Map<number, number> {
  const places = new Map<number, number>();
  bits.forEach((value, i) => places.set(value, places.has(value) ? -1 : i));
  for (const [value, place] of places) if (place < 0) places.delete(value);
  return places;
}

/** The longest choice of anchors (sorted by old index) whose new indices rise: patience sorting. */
export function longestRise(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  anchors.forEach(({ newIndex }, i) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] ?? 0]?.newIndex ?? 0) < newIndex) low = middle + 1;
      else high = middle;
    }
    before[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  });
  const rise: Anchor[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const anchor = anchors[i];
    if (anchor) rise.push(anchor);
  }
  return rise.reverse();
}
