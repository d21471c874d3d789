/**
 * The messages between the extension host and its webviews, both directions. A view says `ready` and gets
 * all that it needs to draw; nothing is pushed before. Both ends validate what they receive.
 */
import type { Finding } from './core/check/finding.js';
import type { Edit, KeptPart } from './core/formats/format.js';
import type { Foreign } from './core/formats/index.js';
import type { DiffSummary } from './core/diff/diff.js';
import type { TailReading } from './core/diff/tails.js';
import type { TableHeader } from './core/header.js';
import type { FormatId, Quantity } from './core/table.js';
import type { Reuse, Statement } from './core/trtVersion.js';

/** Commands that a view's buttons may ask the host to run, for the file of that view. */
export const VIEW_COMMANDS = [
  'openAsText',
  'openWith',
  'openAsTextAlways',
  'convertToNvdla',
  'convertToTensorrt',
  'compareWith',
  'readAnyway',
  'reloadFromDisk',
  'convert',
  'checkNetwork',
  'addMissing',
] as const;
export type ViewCommand = (typeof VIEW_COMMANDS)[number];

/** A table, whole. Columns go as typed arrays; the hex and layer type columns are rendered by the view. */
export interface TableMessage {
  readonly type: 'table';
  /** Counts up with every change of the document; edits name the revision that they were made on. */
  readonly revision: number;
  readonly format: {
    readonly id: FormatId;
    readonly label: string;
    readonly hasHeader: boolean;
    readonly keyedBy: 'tensor' | 'layer';
    readonly storage: 'float32' | 'decimal';
  };
  readonly quantity: Quantity;
  readonly header: TableHeader;
  /** What is known about reusing the table under another TensorRT. */
  readonly reuse: readonly Statement[];
  readonly names: readonly string[];
  readonly values: Float64Array;
  /** float32 bit patterns of the scales, where the format stores them. */
  readonly bits?: Uint32Array;
  readonly findings: readonly Finding[];
  readonly readOnly: boolean;
  /** Why it is read only, as a sentence; null when it is not. */
  readonly readOnlyReason: string | null;
  /** What the file holds besides entries, by section. */
  readonly kept: readonly KeptPart[];
  /** Name of the network file that the findings rest on, or null when none is known. */
  readonly network: string | null;
}

/** The file is something else, or can't be shown: a page with a sentence and buttons. */
export interface ForeignMessage {
  readonly type: 'foreign';
  readonly fileName: string;
  readonly foreign: Foreign;
  readonly actions: readonly { readonly label: string; readonly command: ViewCommand }[];
}

/** Sentences above the table that hold as long as they are sent; an empty list clears them. */
export interface NoticesMessage {
  readonly type: 'notices';
  readonly notices: readonly {
    readonly severity: 'warning' | 'info';
    readonly text: string;
    readonly action?: { readonly label: string; readonly command: ViewCommand };
  }[];
}

/** The answer to an `edit` or to `edits`: done, or why not. */
export interface EditResultMessage {
  readonly type: 'editResult';
  readonly id: number;
  readonly problem: string | null;
}

/** Scroll to an entry and select it. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly index: number;
}

export type ToTableView = TableMessage | ForeignMessage | NoticesMessage | EditResultMessage | RevealMessage;

export interface ReadyMessage {
  readonly type: 'ready';
}

/** The user changed something; the host checks it, applies it and answers with `editResult` and a new `table`. */
export interface EditMessage {
  readonly type: 'edit';
  readonly id: number;
  readonly revision: number;
  readonly edit: Edit;
}

/** Several changes that are one step for the user, to be made one after the other; answered like an `edit`. */
export interface EditsMessage {
  readonly type: 'edits';
  readonly id: number;
  readonly revision: number;
  readonly edits: readonly Edit[];
}

export interface CommandMessage {
  readonly type: 'command';
  readonly command: ViewCommand;
}

/** Put text on the clipboard and say so in the status bar. */
export interface CopyMessage {
  readonly type: 'copy';
  readonly text: string;
  readonly what: string;
}

/** Something went wrong in the view itself. */
export interface ViewErrorMessage {
  readonly type: 'error';
  readonly message: string;
}

/** What any view says. */
export type FromAnyView = ReadyMessage | CopyMessage | ViewErrorMessage;

export type FromTableView = FromAnyView | EditMessage | EditsMessage | CommandMessage;

/** One of the two files of a comparison. */
export interface DiffSide {
  /** Kept by the view, so that the panel can come back after a restart. */
  readonly uri: string;
  /** Its name for people. */
  readonly file: string;
  readonly header: TableHeader;
}

/** How the two entries of a row were found to be the same tensor; none for an entry of one side. */
export const DIFF_HOW = [null, 'same-name', 'renumbered', 'renamed'] as const;

/**
 * A comparison, row by row in the order in which it is read. Few large arrays, each holding several columns one after
 * the other: many typed arrays in one message have been seen to get lost.
 */
export interface DiffMessage {
  readonly type: 'diff';
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly verdict: { readonly reuse: Reuse; readonly related: boolean; readonly statements: readonly Statement[] };
  /** What alone differs between files that say the same; null when their entries differ. */
  readonly likeness: string | null;
  /** The ratios read as tails, between MinMax and Entropy; the `pair` of a tail is a row here. */
  readonly tails: TailReading | null;
  readonly summary: DiffSummary;
  /** The names of both files, in file order. */
  readonly oldNames: readonly string[];
  readonly newNames: readonly string[];
  /** Index of the old entry and of the new one (-1: none), of how in `DIFF_HOW`, and of the row's list in `evidence`. */
  readonly indices: Int32Array;
  /** Old scale, new scale, log2 ratio, confidence; NaN where a row has none. */
  readonly numbers: Float64Array;
  /** The different lists of evidence that there are: most rows share a few. */
  readonly evidence: readonly (readonly string[])[];
}

/** One of the files can't be read as a table any more. */
export interface DiffFailedMessage {
  readonly type: 'failed';
  readonly problem: string;
}

/** A command of VS Code's that only the view can answer: go to the next or previous change, export with its threshold. */
export interface DiffCommandMessage {
  readonly type: 'command';
  readonly command: 'next' | 'previous' | 'export';
}

export type ToDiffView = DiffMessage | DiffFailedMessage | DiffCommandMessage;

export const DIFF_ACTIONS = ['swap', 'openOld', 'openNew', 'asText'] as const;

/** Swap the two sides, open one of the files, or both as text. */
export interface DiffActionMessage {
  readonly type: 'action';
  readonly action: (typeof DIFF_ACTIONS)[number];
}

/** Write the comparison into a file; |log2 ratio| up to the threshold counts as the same. */
export interface DiffExportMessage {
  readonly type: 'export';
  readonly threshold: number;
}

export type FromDiffView = FromAnyView | DiffActionMessage | DiffExportMessage;

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
}

/** The answer to an `assign` that can't be made. */
export interface AssignProblemMessage {
  readonly type: 'assignProblem';
  readonly row: number;
  readonly problem: string;
}

export type ToReviewView = ReviewMessage | AssignProblemMessage;

/** What a user gives a row by hand. */
export type Assignment =
  /** An entry of the source, by its index. */
  | { readonly kind: 'entry'; readonly entry: number }
  | { readonly kind: 'scale'; readonly scale: number }
  /** The source of the nearest row. */
  | { readonly kind: 'neighbour' }
  /** Leave it out. */
  | { readonly kind: 'nothing' };

/** Give rows another source; the host answers with a new `review`. */
export interface AssignMessage {
  readonly type: 'assign';
  readonly rows: readonly number[];
  readonly assignment: Assignment;
}

/** Write the file, or give up. `incomplete` says that missing rows may be left out. */
export interface ReviewDoneMessage {
  readonly type: 'done';
  readonly write: boolean;
  readonly incomplete: boolean;
}

export type FromReviewView = FromAnyView | AssignMessage | ReviewDoneMessage;

type Json = Readonly<Record<string, unknown>>;

/** A message from a table view, or null for anything that is none. */
export function parseFromTableView(message: unknown): FromTableView | null {
  if (!isObject(message)) return null;
  const common = parseCommon(message);
  if (common) return common;
  const { type, id, revision, edit, edits, command } = message;
  if (type === 'edit') return isIndex(id) && isIndex(revision) && isEdit(edit) ? { type, id, revision, edit } : null;
  if (type === 'edits')
    return isIndex(id) && isIndex(revision) && Array.isArray(edits) && edits.every(isEdit)
      ? { type, id, revision, edits }
      : null;
  if (type === 'command') return isOneOf(VIEW_COMMANDS, command) ? { type, command } : null;
  return null;
}

/** A message from a diff view, or null for anything that is none. */
export function parseFromDiffView(message: unknown): FromDiffView | null {
  if (!isObject(message)) return null;
  const { type, action, threshold } = message;
  if (type === 'action') return isOneOf(DIFF_ACTIONS, action) ? { type, action } : null;
  if (type === 'export') return typeof threshold === 'number' && threshold >= 0 ? { type, threshold } : null;
  return parseCommon(message);
}

/** A message from a review view, or null for anything that is none. */
export function parseFromReviewView(message: unknown): FromReviewView | null {
  if (!isObject(message)) return null;
  const { type, rows, assignment, write, incomplete } = message;
  if (type === 'assign')
    return Array.isArray(rows) && rows.every(isIndex) && isAssignment(assignment) ? { type, rows, assignment } : null;
  if (type === 'done')
    return typeof write === 'boolean' && typeof incomplete === 'boolean' ? { type, write, incomplete } : null;
  return parseCommon(message);
}

/** A message to a table view, or null. The host is trusted with the shape of what lies inside. */
export function parseToTableView(message: unknown): ToTableView | null {
  return isTyped(message, ['table', 'foreign', 'notices', 'editResult', 'reveal'])
    ? (message as unknown as ToTableView)
    : null;
}

/** A message to a diff view, or null. */
export function parseToDiffView(message: unknown): ToDiffView | null {
  return isTyped(message, ['diff', 'failed', 'command']) ? (message as unknown as ToDiffView) : null;
}

/** A message to a review view, or null. */
export function parseToReviewView(message: unknown): ToReviewView | null {
  return isTyped(message, ['review', 'assignProblem']) ? (message as unknown as ToReviewView) : null;
}

function isAssignment(value: unknown): value is Assignment {
  if (!isObject(value)) return false;
  const { kind, entry, scale } = value;
  if (kind === 'entry') return isIndex(entry);
  return kind === 'scale' ? typeof scale === 'number' : kind === 'neighbour' || kind === 'nothing';
}

function parseCommon(message: Json): FromAnyView | null {
  const { type, text, what } = message;
  if (type === 'ready') return { type };
  if (type === 'copy') return isText(text) && isText(what) ? { type, text, what } : null;
  if (type === 'error') return isText(message['message']) ? { type, message: message['message'] } : null;
  return null;
}

function isEdit(edit: unknown): edit is Edit {
  if (!isObject(edit)) return false;
  const { kind, index, name, value, raw } = edit;
  if (kind === 'header') return isText(raw);
  if (!isIndex(index)) return false;
  switch (kind) {
    case 'set':
      return typeof value === 'number';
    case 'insert':
      return isText(name) && typeof value === 'number';
    case 'rename':
      return isText(name);
    default:
      return kind === 'delete';
  }
}

function isTyped(message: unknown, types: readonly string[]): boolean {
  return isObject(message) && isText(message['type']) && types.includes(message['type']);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isOneOf<T extends string>(options: readonly T[], value: unknown): value is T {
  return options.includes(value as T);
}
