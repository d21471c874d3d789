/**
 * Which entry of one table is which of the other. Names that are sure and scales that only one tensor has are
 * anchors; what lies between two anchors is aligned by order, scale, kind of layer and name together
 * (pairing.ts, posterior.ts). What stays ambiguous is left unpaired: a wrong pair is worse than none.
 */
import type { CalibrationTable } from '../../table/table.js';
import { allPairs, type Doubted } from './allPairs.js';
import type { Sides } from './anchors.js';
import { isSecondFirst } from './canonical.js';
import { evidenceOf } from './evidence.js';
import { featuresOf } from './features.js';
import { sharedNames } from './nameTrust.js';
import { DOUBT, takenBy, type Found } from './found.js';
import { asAnotherTensor, isAcrossInputs } from './ofInputs.js';
import { pairTables } from './pairing.js';
import { relationOf, type Relation } from './relation.js';

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
  /** What the tables are to each other; between different ones only equal names are paired, all of them doubtful. */
  readonly relation: Relation;
  /** False when the tables seem to be of different networks. */
  readonly related: boolean;
}

/** Aligns two tables; every entry of both stands exactly once in the answer, and old and new may be exchanged. */
export function alignTables(before: CalibrationTable, after: CalibrationTable): Alignment {
  const { old, new: next } = featuresOf(before, after);
  const shared = sharedNames(old, next);
  const sides: Sides = { old, next, shared };
  const { found, relation } = isSecondFirst(before, after)
    ? turned(judged({ old: next, next: old, shared: { partner: shared.reverse, reverse: shared.partner } }))
    : judged(sides);
  const isAcross = isAcrossInputs(before, after);
  const matches = found
    .map((pair) => matchOf(isAcross && isSameName(pair, sides) ? asAnotherTensor(pair) : pair, sides))
    .sort((a, b) => a.newIndex - b.newIndex);
  const taken = takenBy(matches);
  return {
    relation,
    related: relation.kind !== 'different',
    matches,
    removed: free(old.names.length, taken.old),
    added: free(next.names.length, taken.new),
  };
}

interface Judged {
  readonly found: readonly Doubted[];
  readonly relation: Relation;
}

/** The pairs of two tables, those of strangers by name alone, and what the tables are to each other. */
function judged(sides: Sides): Judged {
  const pairing = pairTables(sides);
  const found = allPairs(sides, pairing);
  const relation = relationOf(sides, pairing, found);
  return { relation, found: relation.kind === 'different' ? strangers(found, sides) : found };
}

/** Of two networks: equal names, to be seen side by side, and all doubtful. */
function strangers(found: readonly Doubted[], sides: Sides): Doubted[] {
  return found
    .filter((pair) => isSameName(pair, sides))
    .map((pair) => ({ ...pair, confidence: Math.min(DOUBT, pair.confidence) }));
}

function turned({ found, relation }: Judged): Judged {
  return {
    relation,
    found: found.map((pair) => ({ ...pair, oldIndex: pair.newIndex, newIndex: pair.oldIndex })),
  };
}

function free(size: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: size }, (_, index) => index).filter((index) => !taken.has(index));
}

function isSameName({ oldIndex, newIndex }: Found, { old, next }: Sides): boolean {
  return old.nameId[oldIndex] === next.nameId[newIndex];
}

function matchOf(pair: Doubted, sides: Sides): Match {
  const { oldIndex, newIndex, confidence } = pair;
  const how = howOf(pair, sides);
  return { oldIndex, newIndex, how, confidence, evidence: evidenceOf(oldIndex, newIndex, sides, pair) };
}

function howOf({ oldIndex, newIndex }: Found, { old, next }: Sides): Match['how'] {
  if (old.labels[oldIndex] === next.labels[newIndex]) return 'same-name';
  // Under another root a name may have the same shape, and is another one.
  const hasRoots = old.names !== old.labels || next.names !== next.labels;
  return !hasRoots && old.shape[oldIndex] === next.shape[newIndex] ? 'renumbered' : 'renamed';
}
