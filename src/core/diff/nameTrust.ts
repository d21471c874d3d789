/**
 * What a name is worth. Names that describe a tensor (`res2a_branch1`) are kept or changed on purpose; numbers
 * (`446`, `Conv_65__output`, `(Unnamed Layer* 131) [Constant]_output`) are reused for other tensors when a layer
 * comes or goes. So each shape of names is judged by what its names do between these two tables.
 */
import type { Features } from './features.js';
import type { NameTrust } from './scoring.js';

/** A numbered name is worth this much where its family's scales agree, and where they do not. */
const NUMBERED = { agreeing: 4, contradicting: 1 } as const;
const DESCRIBING = 8;
/** A family contradicts itself when its middle |log2 ratio| at equal names is above this. */
const CONTRADICTION = 0.5;
const VANISHED = -2.5;

export interface SharedNames {
  /** Index of the new entry with the same name, or -1; only for names that stand once on both sides. */
  readonly partner: Int32Array;
  /** The reverse. */
  readonly reverse: Int32Array;
}

/** Finds the names that stand exactly once on both sides. */
export function sharedNames(old: Features, next: Features): SharedNames {
  const places = uniquePlaces(next.names);
  const own = uniquePlaces(old.names);
  const partner = Int32Array.from(old.names, (name, i) => (own.get(name) === i ? places.get(name) ?? -1 : -1));
  const reverse = new Int32Array(next.names.length).fill(-1);
  partner.forEach((j, i) => { if (j >= 0) reverse[j] = i; });
  return { partner, reverse };
}

/** Judges every shape of names. */
export function nameTrust(old: Features, next: Features, { partner, reverse }: SharedNames): NameTrust {
  const oldKept = keptShares(old.shape, partner);
  const newKept = keptShares(next.shape, reverse);
  const worth = numberedWorth(old, next, partner);
  const describes = new Set([...old.shape].filter((_, i) => old.numbered[i] === 0));
  const sameName = (shape: number): number => (describes.has(shape) ? DESCRIBING : worth.get(shape) ?? NUMBERED.contradicting);
  return {
    sameName,
    elsewhere: (i, j) => {
      const left = (partner[i] ?? -1) >= 0 ? sameName(old.shape[i] ?? 0) : 0;
      const right = (reverse[j] ?? -1) >= 0 ? sameName(next.shape[j] ?? 0) : 0;
      return -0.75 * Math.max(left, right);
    },
    vanished: (a, b) => VANISHED * ((oldKept.get(a) ?? 0) + (newKept.get(b) ?? 0)),
  };
}

/** Share of the names of each shape that the other side has too. */
function keptShares(shape: Int32Array, partner: Int32Array): Map<number, number> {
  const total = new Map<number, number>();
  const kept = new Map<number, number>();
  shape.forEach((id, i) => {
    total.set(id, (total.get(id) ?? 0) + 1);
    if ((partner[i] ?? -1) >= 0) kept.set(id, (kept.get(id) ?? 0) + 1);
  });
  // A shape with few names says little: one more that was not kept is assumed.
  return new Map([...total].map(([id, all]) => [id, (kept.get(id) ?? 0) / (all + 1)]));
}

/** For each numbered shape: whether the scales at equal names agree. */
function numberedWorth(old: Features, next: Features, partner: Int32Array): Map<number, number> {
  const distances = new Map<number, number[]>();
  partner.forEach((j, i) => {
    const shape = old.shape[i] ?? 0;
    const distance = Math.abs((old.log2[i] ?? NaN) - (next.log2[j] ?? NaN));
    if (j < 0 || old.numbered[i] === 0 || Number.isNaN(distance)) return;
    const known = distances.get(shape);
    if (known) known.push(distance);
    else distances.set(shape, [distance]);
  });
  return new Map([...distances].map(([shape, all]) => [shape, median(all) > CONTRADICTION ? NUMBERED.contradicting : NUMBERED.agreeing]));
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

function uniquePlaces(names: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  names.forEach((name, i) => places.set(name, places.has(name) ? -1 : i));
  for (const [name, place] of places) if (place < 0) places.delete(name);
  return places;
}
