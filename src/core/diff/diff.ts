/** What changed between two tables. */
import { log2Ratio } from '../table/quantization.js';
import { entryBits, entryScale, type CalibrationTable } from '../table/table.js';
import { reuseBetween, type Reuse } from '../table/reuse.js';
import { type Statement } from '../table/statement.js';
import { alignmentOfSame } from './sameTables.js';
import { alignTables, type Alignment, type Match } from './align/align.js';
import type { RelationKind } from './align/relation.js';
import { relationStatements } from './relationText.js';
import { alignedByHand, type Decision } from './byHand.js';
import { roundingFloor } from './rounding.js';

/** Two entries that are the same tensor, and what became of its scale. */
export interface Pair extends Match {
  readonly old: string;
  readonly new: string;
  readonly oldScale: number;
  readonly newScale: number;
  /** log2(new / old): bits of resolution lost when positive; 0 for equal bits, NaN where a scale has no logarithm. */
  readonly log2Ratio: number;
  readonly status: 'same' | 'changed';
}

export interface Leftover {
  readonly name: string;
  readonly index: number;
}

export interface DiffSummary {
  readonly same: number;
  readonly changed: number;
  readonly renamed: number;
  readonly renumbered: number;
  readonly removed: number;
  readonly added: number;
  /** Median and largest |log2 ratio| of the pairs that have one; null when there are none. */
  readonly medianChange: number | null;
  readonly largestChange: number | null;
  /** Pairs whose range grew (resolution lost) and shrank (values clipped). */
  readonly grew: number;
  readonly shrank: number;
  /** Of the same pairs those that are equal but for rounding; and the |log2 ratio| up to which a pair of these tables is. */
  readonly rounding: number;
  readonly roundingFloor: number;
}

export interface Diff {
  readonly verdict: {
    readonly reuse: Reuse;
    /** Of different networks only equal names are paired, all doubtful. */
    readonly kind: RelationKind;
    /** False for different networks alone. */
    readonly related: boolean;
    /** What the tables are to each other comes first, unless they are of one network. */
    readonly statements: readonly Statement[];
  };
  readonly summary: DiffSummary;
  /** In the order of the new table. */
  readonly pairs: readonly Pair[];
  readonly removed: readonly Leftover[];
  readonly added: readonly Leftover[];
}

/**
 * Compares two tables; every entry of both stands exactly once in the answer.
 * @param threshold |log2 ratio| up to which a pair counts as the same (0: any difference that is more than rounding is a change)
 * @param byHand what a user decided about pairs
 */
export function diffTables(
  before: CalibrationTable,
  after: CalibrationTable,
  threshold = 0,
  byHand: readonly Decision[] = [],
): Diff {
  const found = alignmentOfSame(before, after) ?? alignTables(before, after);
  const alignment = alignedByHand(found, byHand, before, after);
  const measured = alignment.matches.map((match) => measuredPair(match, before, after));
  const floor = roundingFloor(measured.map(({ log2Ratio: ratio }) => ratio));
  const limit = Math.max(threshold, floor);
  const pairs = measured.map((pair): Pair => ({
    ...pair,
    status: Math.abs(pair.log2Ratio) <= limit ? 'same' : 'changed',
  }));
  return {
    verdict: verdictOf(before, after, alignment),
    summary: summaryOf(pairs, alignment, floor),
    pairs,
    removed: alignment.removed.map((index) => ({ name: before.names[index] ?? '', index })),
    added: alignment.added.map((index) => ({ name: after.names[index] ?? '', index })),
  };
}

/** What is known of the two headers, and what the tables are to each other. */
function verdictOf(
  before: CalibrationTable,
  after: CalibrationTable,
  { relation, related }: Alignment,
): Diff['verdict'] {
  const { reuse, statements } = reuseBetween(before.header, after.header);
  return { reuse, kind: relation.kind, related, statements: [...relationStatements(relation), ...statements] };
}

/** How two scales are found equal: as numbers, and where a table has fewer digits than a float32 in so many. */
function isSameScale(before: CalibrationTable, after: CalibrationTable, oldScale: number, newScale: number): boolean {
  if (before.digits === undefined && after.digits === undefined) return oldScale === newScale;
  const digits = Math.min(before.digits ?? Infinity, after.digits ?? Infinity);
  return oldScale.toPrecision(digits) === newScale.toPrecision(digits);
}

/** The scales of a pair and how far they are apart: 0 where both are the same number, in as many digits as both have. */
export function scaleChange(
  { oldIndex, newIndex }: Pick<Match, 'oldIndex' | 'newIndex'>,
  before: CalibrationTable,
  after: CalibrationTable,
): { readonly oldScale: number; readonly newScale: number; readonly log2Ratio: number } {
  const [oldScale, newScale] = [entryScale(before, oldIndex), entryScale(after, newIndex)];
  const equal =
    isSameScale(before, after, oldScale, newScale) ||
    (before.bits !== undefined && entryBits(before, oldIndex) === entryBits(after, newIndex));
  return { oldScale, newScale, log2Ratio: equal ? 0 : log2Ratio(oldScale, newScale) };
}

function measuredPair(match: Match, before: CalibrationTable, after: CalibrationTable): Omit<Pair, 'status'> {
  const { oldIndex, newIndex, how, confidence, evidence } = match;
  return {
    oldIndex,
    newIndex,
    how,
    confidence,
    evidence,
    old: before.names[oldIndex] ?? '',
    new: after.names[newIndex] ?? '',
    ...scaleChange(match, before, after),
  };
}

function summaryOf(pairs: readonly Pair[], { removed, added }: Alignment, floor: number): DiffSummary {
  const count = (test: (pair: Pair) => boolean): number => pairs.filter(test).length;
  const changes = Float64Array.from(pairs, (pair) => Math.abs(pair.log2Ratio))
    .filter(Number.isFinite)
    .sort();
  const changed = count(({ status }) => status === 'changed');
  return {
    same: pairs.length - changed,
    changed,
    renamed: count(({ how }) => how === 'renamed'),
    renumbered: count(({ how }) => how === 'renumbered'),
    removed: removed.length,
    added: added.length,
    medianChange: changes[changes.length >> 1] ?? null,
    largestChange: changes.at(-1) ?? null,
    grew: count(({ status, log2Ratio: ratio }) => status === 'changed' && ratio > 0),
    shrank: count(({ status, log2Ratio: ratio }) => status === 'changed' && ratio < 0),
    rounding: count(({ log2Ratio: ratio }) => ratio !== 0 && Math.abs(ratio) <= floor),
    roundingFloor: floor,
  };
}
