/**
 * Which entry of one table is which of the other. Names that are sure and scales that only one tensor has are
 * anchors; what lies between two anchors is aligned by order, scale, kind of layer and name together
 * (pairing.ts, posterior.ts). What stays ambiguous is left unpaired: a wrong pair is worse than none.
 */
import type { CalibrationTable } from '../../table/table.js';
import type { Sides } from './anchors.js';
import { doubtfulPairs } from './doubts.js';
import { evidenceOf } from './evidence.js';
import { featuresOf } from './features.js';
import { leftoverPairs } from './leftovers.js';
import { DOUBTFUL_BELOW } from './doubtful.js';
import { sharedNames } from './nameTrust.js';
import { DOUBT, pairTables, takenBy, type Found } from './pairing.js';
import { areRelated } from './strangers.js';

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

/** Aligns two tables; every entry of both stands exactly once in the answer. */
export function alignTables(before: CalibrationTable, after: CalibrationTable): Alignment {
  const { old, new: next } = featuresOf(before, after);
  const sides: Sides = { old, next, shared: sharedNames(old, next) };
  const pairing = pairTables(sides);
  const found = [...pairing.found, ...leftoverPairs(pairing)].sort((a, b) => a.newIndex - b.newIndex);
  const doubts = doubtfulPairs(found, sides, pairing);
  const matches = found.map((pair) => matchOf(pair, sides, doubts.get(pair) ?? null));
  return areRelated(
    found.filter(({ confidence }) => confidence >= DOUBTFUL_BELOW),
    pairing,
  )
    ? answer(matches, sides, true)
    : answer(matches.filter(({ how }) => how === 'same-name').map(doubted), sides, false);
}

function answer(matches: readonly Match[], { old, next }: Sides, related: boolean): Alignment {
  const taken = takenBy(matches);
  return { related, matches, removed: free(old.names.length, taken.old), added: free(next.names.length, taken.new) };
}

function doubted<T extends Found>(pair: T): T {
  return { ...pair, confidence: Math.min(DOUBT, pair.confidence) };
}

function free(size: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: size }, (_, index) => index).filter((index) => !taken.has(index));
}

function matchOf(pair: Found, sides: Sides, doubt: string | null): Match {
  const { old, next } = sides;
  const { oldIndex, newIndex, confidence } = doubt === null ? pair : doubted(pair);
  const sameName = old.nameId[oldIndex] === next.nameId[newIndex];
  const how = sameName ? 'same-name' : old.shape[oldIndex] === next.shape[newIndex] ? 'renumbered' : 'renamed';
  return { oldIndex, newIndex, how, confidence, evidence: evidenceOf(oldIndex, newIndex, sides, doubt) };
}
