/** Messages between the host and the review of a plan. */
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
  type Request,
  type ToAnyView,
} from './common.js';
import type { KeptReview } from './keptReview.js';
import { QDQ_CHECKS, QDQ_READERS, type ExcludeMessage, type PlacementMessage, type QdqMessage } from './qdqReview.js';

export type { ByHand, KeptReview, ReviewOrigin } from './keptReview.js';

/** A plan to look at before it is written: row i of the new file is `names[i]`. */
export interface ReviewMessage {
  readonly type: 'review';
  /** What is being made, for the title: `Convert to NVDLA calibration table`. */
  readonly title: string;
  readonly sourceFile: string;
  /** The other file that names come from (a network, another table), or null. */
  readonly namesFile: string | null;
  /** The label of the button that writes. */
  readonly action: string;
  readonly names: readonly string[];
  /** Layer type of each row, where it is known. */
  readonly types: readonly (string | null)[];
  /** Name of the source entry of each row; null where the number was typed, or is missing. */
  readonly from: readonly (string | null)[];
  /** How each row's source was found; null where it is missing. */
  readonly rules: readonly (string | null)[];
  /** Why a row could be wrong; null where there is no doubt. */
  readonly doubts: readonly (string | null)[];
  /** Scale of each row, NaN where it is missing. */
  readonly scales: Float64Array;
  readonly dropped: readonly { readonly name: string; readonly why: string }[];
  /** Sentences about the network, the numbering, the header, and what the new file can't hold. */
  readonly warnings: readonly string[];
  /** True when the reader of the new file stops at a missing row: then writing it incomplete has to be said twice. */
  readonly needsEveryRow: boolean;
  /** Names of the source's entries, to choose from by hand. */
  readonly candidates: readonly string[];
  /** Their scales, to choose by. */
  readonly candidateScales: Float64Array;
  /** Rows that were mended by hand. */
  readonly mended: readonly number[];
  /** How many steps by hand can be taken back, and made again. */
  readonly steps: { readonly undo: number; readonly redo: number };
  readonly kept: KeptReview;
}

export type ToReviewView = ToAnyView | ReviewMessage | QdqMessage;

/** What a user gives a row by hand. */
export type Assignment =
  /** An entry of the source, by its index. */
  | { readonly kind: 'entry'; readonly entry: number }
  | { readonly kind: 'scale'; readonly scale: number }
  /** The source of the nearest row. */
  | { readonly kind: 'neighbour' }
  /** Leave it out. */
  | { readonly kind: 'nothing' };

/** Give rows another source. Before its answer comes the new `review`. */
export interface AssignMessage extends Request {
  readonly type: 'assign';
  readonly rows: readonly number[];
  readonly assignment: Assignment;
}

/** Take back a step by hand, or make it again. Before its answer comes the new `review`. */
export interface HistoryMessage extends Request {
  readonly type: 'history';
  readonly step: 'undo' | 'redo';
}

/** Write the file, or give up. `incomplete` says that missing rows may be left out. */
export interface ReviewDoneMessage {
  readonly type: 'done';
  readonly write: boolean;
  readonly incomplete: boolean;
}

export type FromReviewView =
  FromAnyView | AssignMessage | HistoryMessage | ExcludeMessage | PlacementMessage | ReviewDoneMessage;

const READERS = {
  ...READ_FROM_ANY_VIEW,
  ...QDQ_READERS,
  assign: ({ id, rows, assignment }) =>
    isIndex(id) && Array.isArray(rows) && rows.every(isIndex) && isAssignment(assignment)
      ? { type: 'assign', id, rows, assignment }
      : null,
  history: ({ id, step }) =>
    isIndex(id) && isOneOf(['undo', 'redo'] as const, step) ? { type: 'history', id, step } : null,
  done: ({ write, incomplete }) =>
    typeof write === 'boolean' && typeof incomplete === 'boolean' ? { type: 'done', write, incomplete } : null,
} satisfies Readers<FromReviewView>;

const CHECKS = {
  ...CHECKS_TO_ANY_VIEW,
  ...QDQ_CHECKS,
  review: ({ names, scales, mended }) =>
    Array.isArray(names) && Array.isArray(mended) && scales instanceof Float64Array && scales.length === names.length,
} satisfies Checks<ToReviewView>;

/** A message from a review view, or null for anything that is none. */
export function parseFromReviewView(data: unknown): FromReviewView | null {
  return readFromView<FromReviewView>(data, READERS);
}

/** A message to a review view, or null for what is none. Throws TypeError for one that can't be read. */
export function parseToReviewView(data: unknown): ToReviewView | null {
  return readToView<ToReviewView>(data, CHECKS);
}

function isAssignment(value: unknown): value is Assignment {
  if (!isObject(value)) return false;
  const { kind, entry, scale } = value;
  if (kind === 'entry') return isIndex(entry);
  return kind === 'scale' ? typeof scale === 'number' : kind === 'neighbour' || kind === 'nothing';
}
