/** Pairs that need no alignment: describing names, and scales that only one tensor of each table has. */
import type { Features } from './features.js';
import type { SharedNames } from './nameTrust.js';

export interface Anchor { readonly oldIndex: number; readonly newIndex: number; readonly by: 'name' | 'scale' }

export interface Anchors {
  /** In the order of the old table. */
  readonly all: readonly Anchor[];
  /** Those that rise on both sides: what lies between two of them belongs together. */
  readonly rising: readonly Anchor[];
  /** False when so few rise that a table can't be in network order. */
  readonly ordered: boolean;
}

/** Below this share of rising anchors, order tells nothing. */
const ORDERED = 0.6;
/** Fewer anchors than this can't tell of disorder. */
const FEWEST = 8;

export function findAnchors(old: Features, next: Features, shared: SharedNames): Anchors {
  const byName = namedAnchors(old, shared);
  const all = [...byName, ...scaleAnchors(old, next, shared)].sort((a, b) => a.oldIndex - b.oldIndex);
  const rising = longestRise(all);
  const ordered = all.length < FEWEST || rising.length >= ORDERED * all.length;
  // A scale that is out of order may be a coincidence; a describing name is not.
  const kept = new Set(rising);
  return { rising: ordered ? rising : [], ordered, all: ordered ? all.filter((anchor) => anchor.by === 'name' || kept.has(anchor)) : all };
}

function namedAnchors(old: Features, { partner }: SharedNames): Anchor[] {
  return [...partner].flatMap((newIndex, oldIndex): Anchor[] =>
    newIndex >= 0 && old.numbered[oldIndex] === 0 ? [{ oldIndex, newIndex, by: 'name' }] : []);
}

/** Scales that stand once on both sides, of entries whose names and kinds do not speak against it. */
function scaleAnchors(old: Features, next: Features, { partner, reverse }: SharedNames): Anchor[] {
  const places = uniqueBits(next);
  return [...uniqueBits(old)].flatMap(([bits, oldIndex]): Anchor[] => {
    const newIndex = places.get(bits);
    if (newIndex === undefined || Number.isNaN(old.log2[oldIndex])) return [];
    const [a, b] = [partner[oldIndex] ?? -1, reverse[newIndex] ?? -1];
    const claimed = (a >= 0 && a !== newIndex && old.numbered[oldIndex] === 0) || (b >= 0 && b !== oldIndex && next.numbered[newIndex] === 0);
    const taken = a === newIndex && old.numbered[oldIndex] === 0;
    const [kindA, kindB] = [old.kind[oldIndex] ?? 0, next.kind[newIndex] ?? 0];
    const conflict = kindA !== 0 && kindB !== 0 && kindA !== kindB;
    return claimed || taken || conflict ? [] : [{ oldIndex, newIndex, by: 'scale' }];
  });
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
