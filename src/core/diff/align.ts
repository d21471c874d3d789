/**
 * Which entry of one table is which of the other. Describing names and scales that only one tensor has are
 * anchors; what lies between two anchors is aligned by order, scale, kind of layer and name together
 * (posterior.ts). What stays ambiguous is left unpaired: a wrong pair is worse than none.
 */
import type { CalibrationTable } from '../table.js';
import { findAnchors, type Anchors } from './anchors.js';
import { evidenceOf } from './evidence.js';
import { featuresOf, type Features } from './features.js';
import { median, nameTrust, sharedNames, type SharedNames } from './nameTrust.js';
import { probablePairs } from './posterior.js';
import { replacedPairs } from './replaced.js';
import { Scoring, type Drift } from './scoring.js';

export interface Match {
  readonly oldIndex: number;
  readonly newIndex: number;
  readonly how: 'same-name' | 'renumbered' | 'renamed';
  /** From 0 to 1; below 0.5 is doubtful. */
  readonly confidence: number;
  /** Sentences: what speaks for this pair, and against it. */
  readonly evidence: readonly string[];
}

export interface Alignment {
  /** In the order of the new table. */
  readonly matches: readonly Match[];
  /** Indices of old entries, and of new ones, without a partner. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
  /** False when so little fits that the tables seem to be of different networks. */
  readonly related: boolean;
}

/** A pair less probable than this is left out. */
const LEAST = 0.55;
/** Below this share of sure pairs in the smaller table, the networks are taken for different ones. */
const RELATED = 0.3;
/** A middle |log2 ratio| above this at describing names, made by one algorithm, is another network. */
const UNRELATED = 1.5;
const FEWEST_NAMES = 5;
/** So many times the typical move is an outlier. */
const OUTLYING = 6;
/** A pair by a numbered name whose scales are further apart than this (in log2) is doubtful. */
const FAR = 1;
const DOUBT = 0.45;

interface Found { oldIndex: number; newIndex: number; confidence: number }

/** Aligns two tables; every entry of both stands exactly once in the answer. */
export function alignTables(before: CalibrationTable, after: CalibrationTable): Alignment {
  const { old, new: next } = featuresOf(before, after);
  const shared = sharedNames(old, next);
  const anchors = findAnchors(old, next, shared);
  const found = [...anchored(anchors, old, next), ...(anchors.ordered ? between(anchors, old, next, shared) : scattered(old, next, shared, anchors))];
  const sameAlgorithm = before.header.algorithm === after.header.algorithm;
  return answer(withMoved(found, old, next, shared), old, next, shared, sameAlgorithm && namesContradict(old, next, shared));
}

function anchored({ all }: Anchors, old: Features, next: Features): Found[] {
  return all.map(({ oldIndex, newIndex, by }) => {
    const sameName = old.names[oldIndex] === next.names[newIndex];
    return { oldIndex, newIndex, confidence: by === 'name' ? 1 : sameName ? 0.98 : 0.95 };
  });
}

/** Aligns what lies between each two neighbouring anchors. */
function between({ all, rising }: Anchors, old: Features, next: Features, shared: SharedNames): Found[] {
  const scoring = new Scoring(old, next, driftOf(old, next, shared), nameTrust(old, next, shared));
  const taken = { old: new Set(all.map(({ oldIndex }) => oldIndex)), new: new Set(all.map(({ newIndex }) => newIndex)) };
  const ends = [...rising, { oldIndex: old.names.length, newIndex: next.names.length }];
  let [i, j] = [0, 0];
  return ends.flatMap(({ oldIndex, newIndex }) => {
    const rows = free(i, oldIndex, taken.old);
    const columns = free(j, newIndex, taken.new);
    [i, j] = [oldIndex + 1, newIndex + 1];
    return probablePairs(rows.length, columns.length, (row, column) => scoring.score(rows[row] ?? 0, columns[column] ?? 0), LEAST)
      .map(({ row, column, probability }) => ({ oldIndex: rows[row] ?? 0, newIndex: columns[column] ?? 0, confidence: probability }));
  });
}

/** Without an order, only numbered names are left to go by, where their family's scales agree. */
function scattered(old: Features, next: Features, { partner }: SharedNames, { all }: Anchors): Found[] {
  const taken = { old: new Set(all.map(({ oldIndex }) => oldIndex)), new: new Set(all.map(({ newIndex }) => newIndex)) };
  return [...partner].flatMap((newIndex, oldIndex): Found[] => {
    if (newIndex < 0 || taken.old.has(oldIndex) || taken.new.has(newIndex)) return [];
    const distance = Math.abs((old.log2[oldIndex] ?? NaN) - (next.log2[newIndex] ?? NaN));
    return [{ oldIndex, newIndex, confidence: distance < FAR ? 0.8 : DOUBT }];
  });
}

function free(from: number, to: number, taken: ReadonlySet<number>): number[] {
  const indices: number[] = [];
  for (let i = from; i < to; i++) if (!taken.has(i)) indices.push(i);
  return indices;
}

/** How scales moved, told from names that both tables have; without such names, from how many scales are equal. */
function driftOf(old: Features, next: Features, { partner }: SharedNames): Drift {
  const distances = [...partner].flatMap((j, i) => (j < 0 ? [] : [Math.abs((old.log2[i] ?? NaN) - (next.log2[j] ?? NaN))])).filter((d) => !Number.isNaN(d));
  const bits = new Set(old.bits);
  const common = next.bits.filter((value) => bits.has(value)).length / Math.max(1, next.bits.length);
  const byName = distances.length === 0 ? common : distances.filter((d) => d === 0).length / distances.length;
  const moved = distances.filter((d) => d > 0);
  const exact = distances.length >= 0.3 * Math.min(old.names.length, next.names.length) ? byName : Math.max(byName, common);
  const spread = Math.min(2, Math.max(0.05, moved.length === 0 ? 0.15 : median(moved)));
  const far = distances.filter((d) => d > OUTLYING * spread).length;
  return { exact: Math.min(0.95, Math.max(0.02, exact)), spread, far: (far + 1) / (distances.length + 10) };
}

/**
 * What order did not pair: a name that both have, moved to another place with its scale; and names that stand
 * several times on a side, the k-th with the k-th.
 */
function withMoved(found: readonly Found[], old: Features, next: Features, { partner }: SharedNames): Found[] {
  const taken = { old: new Set(found.map(({ oldIndex }) => oldIndex)), new: new Set(found.map(({ newIndex }) => newIndex)) };
  const waiting = new Map<string, number[]>();
  old.names.forEach((name, i) => {
    const j = partner[i] ?? -1;
    const isStill = old.numbered[i] === 0 || (j >= 0 && old.bits[i] === next.bits[j]);
    if (!taken.old.has(i) && isStill) waiting.set(name, [...(waiting.get(name) ?? []), i]);
  });
  const moved = next.names.flatMap((name, newIndex): Found[] => {
    if (taken.new.has(newIndex)) return [];
    const oldIndex = waiting.get(name)?.shift();
    return oldIndex === undefined ? [] : [{ oldIndex, newIndex, confidence: 0.9 }];
  });
  return [...found, ...moved];
}

/** True when describing names that both tables have stand for scales far apart: the same words in another network. */
function namesContradict(old: Features, next: Features, { partner }: SharedNames): boolean {
  const distances = [...partner].flatMap((j, i) => (j < 0 || old.numbered[i] === 1 ? [] : [Math.abs((old.log2[i] ?? NaN) - (next.log2[j] ?? NaN))])).filter((d) => !Number.isNaN(d));
  return distances.length >= FEWEST_NAMES && median(distances) > UNRELATED;
}

function answer(found: readonly Found[], old: Features, next: Features, shared: SharedNames, contradicts: boolean): Alignment {
  const smaller = Math.min(old.names.length, next.names.length);
  const sure = found.filter(({ confidence }) => confidence >= 0.5).length;
  const related = smaller === 0 || (sure >= RELATED * smaller && !contradicts);
  const kept = related ? found : found.filter(({ oldIndex, newIndex }) => old.names[oldIndex] === next.names[newIndex]);
  const sorted = [...kept].sort((a, b) => a.newIndex - b.newIndex);
  const replaced = replacedPairs(sorted, old, next);
  return {
    related,
    matches: sorted.map((pair) => matchOf(pair, old, next, shared, related && !replaced.has(pair))),
    removed: free(0, old.names.length, new Set(kept.map(({ oldIndex }) => oldIndex))),
    added: free(0, next.names.length, new Set(kept.map(({ newIndex }) => newIndex))),
  };
}

function matchOf({ oldIndex, newIndex, confidence }: Found, old: Features, next: Features, shared: SharedNames, sound: boolean): Match {
  const sameName = old.names[oldIndex] === next.names[newIndex];
  const how = sameName ? 'same-name' : old.shape[oldIndex] === next.shape[newIndex] ? 'renumbered' : 'renamed';
  const distance = Math.abs((old.log2[oldIndex] ?? NaN) - (next.log2[newIndex] ?? NaN));
  const doubtful = !sound || (sameName && old.numbered[oldIndex] === 1 && distance > FAR);
  return {
    oldIndex, newIndex, how,
    confidence: doubtful ? Math.min(DOUBT, confidence) : confidence,
    evidence: evidenceOf(oldIndex, newIndex, old, next, shared),
  };
}
