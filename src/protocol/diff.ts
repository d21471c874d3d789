/** Messages between the host and a comparison. */
import type { Decision, EntryRef } from '../core/diff/byHand.js';
import type { Diff, DiffSummary } from '../core/diff/diff.js';
import type { TailReading } from '../core/diff/tails.js';
import type { DiffSide } from './diffSide.js';
import { isWholeBase, type DiffBase, type UnreadBase } from './diffBase.js';
import {
  CHECKS_TO_ANY_VIEW,
  isIndex,
  isObject,
  isOneOf,
  READ_FROM_ANY_VIEW,
  readFromView,
  readToView,
  type Checks,
  type FromAnyView,
  type Readers,
  type ToAnyView,
} from './common.js';

/** How the two entries of a row were found to be the same tensor; none for an entry of one side. */
export const DIFF_HOW = [null, 'same-name', 'renumbered', 'renamed'] as const;

/**
 * A comparison, row by row in the order in which it is read. Few large arrays, each holding several columns one after
 * the other: many typed arrays in one message have been seen to get lost. `diffColumns.ts` packs and unpacks them.
 */
export interface DiffMessage {
  readonly type: 'diff';
  readonly old: DiffSide;
  readonly new: DiffSide;
  /** A third table that both come from, if one was chosen. */
  readonly base: DiffBase | UnreadBase | null;
  readonly verdict: Diff['verdict'];
  /** What alone differs between files that say the same; null when their entries differ. */
  readonly likeness: string | null;
  /** The ratios read as tails, between MinMax and Entropy; the `pair` of a tail is a row here. */
  readonly tails: TailReading | null;
  readonly summary: DiffSummary;
  /** What the user decided about pairs. */
  readonly byHand: readonly Decision[];
  /** The names of both files, in file order. */
  readonly oldNames: readonly string[];
  readonly newNames: readonly string[];
  /** Those of the base; none without one. */
  readonly baseNames: readonly string[];
  /** Index of the old entry and of the new one (-1: none), of how in `DIFF_HOW`, and of the row's list in `evidence`. */
  readonly indices: Int32Array;
  /** Old scale, new scale, log2 ratio, confidence; NaN where a row has none. */
  readonly numbers: Float64Array;
  /** The different lists of evidence that there are: most rows share a few. */
  readonly evidence: readonly (readonly string[])[];
}

/** A command of VS Code's that only the view can answer: go to the next or previous change, export with its threshold. */
export interface DiffCommandMessage {
  readonly type: 'command';
  readonly command: 'next' | 'previous' | 'export';
}

/** Select the row of an entry of the old table. */
export interface DiffRevealMessage {
  readonly type: 'reveal';
  readonly entry: EntryRef;
}

export type ToDiffView = ToAnyView | DiffMessage | DiffCommandMessage | DiffRevealMessage;

export const DIFF_ACTIONS = ['openOld', 'openNew', 'openBase', 'removeBase'] as const;

/** Open one of the files, or go on without the base. */
export interface DiffActionMessage {
  readonly type: 'action';
  readonly action: (typeof DIFF_ACTIONS)[number];
}

/** Write the comparison into a file; |log2 ratio| up to the threshold counts as the same. */
export interface DiffExportMessage {
  readonly type: 'export';
  readonly threshold: number;
}

/** What the user now decides about pairs, all of it: the comparison is made again. */
export interface DecideMessage {
  readonly type: 'decide';
  readonly byHand: readonly Decision[];
}

/** A row of which one side takes the other one's value. */
export interface TakenRow {
  readonly old: EntryRef;
  readonly new: EntryRef;
}

/** Give entries of one table the values of their partners in the other one. */
export interface TakeMessage {
  readonly type: 'take';
  readonly into: 'old' | 'new';
  readonly rows: readonly TakenRow[];
}

export type FromDiffView = FromAnyView | DiffActionMessage | DiffExportMessage | DecideMessage | TakeMessage;

const READERS = {
  ...READ_FROM_ANY_VIEW,
  action: ({ action }) => (isOneOf(DIFF_ACTIONS, action) ? { type: 'action', action } : null),
  export: ({ threshold }) => (typeof threshold === 'number' && threshold >= 0 ? { type: 'export', threshold } : null),
  decide: ({ byHand }) => (isDecisions(byHand) ? { type: 'decide', byHand } : null),
  take: ({ into, rows }) =>
    isOneOf(['old', 'new'] as const, into) && Array.isArray(rows) && rows.every(isRow)
      ? { type: 'take', into, rows }
      : null,
} satisfies Readers<FromDiffView>;

const CHECKS = {
  ...CHECKS_TO_ANY_VIEW,
  diff: ({ indices, numbers, oldNames, newNames, base, baseNames }) =>
    indices instanceof Int32Array &&
    numbers instanceof Float64Array &&
    numbers.length === indices.length &&
    Array.isArray(oldNames) &&
    Array.isArray(newNames) &&
    Array.isArray(baseNames) &&
    isWholeBase(base, indices.length / 4),
  reveal: ({ entry }) => isEntry(entry),
  command: ({ command }) => isOneOf(['next', 'previous', 'export'], command),
} satisfies Checks<ToDiffView>;

/** Whether something is a list of decisions, be it from a view or from what a view has kept. */
export function isDecisions(value: unknown): value is readonly Decision[] {
  return Array.isArray(value) && value.every((one) => isRow(one) && isOneOf(['pair', 'apart'], (one as Decision).kind));
}

function isRow(value: unknown): value is TakenRow {
  return isObject(value) && isEntry(value['old']) && isEntry(value['new']);
}

/** Whether something names an entry. */
export function isEntry(value: unknown): value is EntryRef {
  return isObject(value) && isIndex(value['index']) && typeof value['name'] === 'string';
}

/** A message from a diff view, or null for anything that is none. */
export function parseFromDiffView(data: unknown): FromDiffView | null {
  return readFromView<FromDiffView>(data, READERS);
}

/** A message to a diff view, or null for what is none. Throws TypeError for one that can't be read. */
export function parseToDiffView(data: unknown): ToDiffView | null {
  return readToView<ToDiffView>(data, CHECKS);
}
