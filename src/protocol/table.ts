/** Messages between the host and a table view. */
import { ROW_ACTIONS } from '../core/edits/rowEdits.js';
import type { Finding } from '../core/findings/finding.js';
import type { Edit, KeptPart } from '../core/formats/format.js';
import type { Foreign } from '../core/formats/index.js';
import type { NetworkPlaces } from '../core/naming/places.js';
import type { TableHeader } from '../core/table/header.js';
import type { Statement } from '../core/table/statement.js';
import type { FormatId, Quantity } from '../core/table/table.js';
import {
  CHECKS_TO_ANY_VIEW,
  isIndex,
  isObject,
  isOneOf,
  isText,
  READ_FROM_ANY_VIEW,
  readFromView,
  readToView,
  type Checks,
  type FromAnyView,
  type Readers,
  type Request,
  type ToAnyView,
} from './common.js';
import type { EditMarks } from './editMarks.js';
import type { RowSplices } from './rowSplices.js';
import { isValues, type ValuesMessage } from './values.js';

/** Commands that a view's buttons may ask the host to run, for the file of that view. */
export const VIEW_COMMANDS = [
  'openAsText',
  'openWith',
  'openAsTextAlways',
  'compareWith',
  'readAnyway',
  'convert',
  'checkNetwork',
  'addMissing',
  'takeSiblingRanges',
  'writeIntoModel',
  'compareWithDisk',
  'keepMine',
  'takeTheirs',
  'saveAgain',
  'showValuesFrom',
  'showRun',
  'runAgain',
  'forgetRun',
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

/** What a table says that costs nothing to say again with every change. */
export type TableFacts = Pick<TableMessage, 'header' | 'reuse' | 'readOnly' | 'readOnlyReason' | 'network'>;

/**
 * What changed since the table that a view shows. Its size is that of the change, whatever the size of the table.
 * `tableChanges.ts` makes it of two tables, and a table of it.
 */
export interface TableChangesMessage {
  readonly type: 'changes';
  /** The revision that the changes were made on; a view that shows another one asks for everything again. */
  readonly from: number;
  readonly revision: number;
  /** Which entries go, and where others come: those of `names`, `values` and `bits`, one splice after the other. */
  readonly splices: RowSplices;
  /** For each splice, by how many lines of the file the entries after it have moved. */
  readonly lines: Int32Array;
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly bits?: Uint32Array;
  /** The same for the list of findings, once those that still hold have moved along with their entries. */
  readonly findings: { readonly splices: RowSplices; readonly added: readonly Finding[] };
  readonly facts: TableFacts;
  /** What the file holds besides entries, when that is another. */
  readonly kept?: readonly KeptPart[];
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
    /** What can be done about it; at most one is the one to begin with, and never one that throws anything away. */
    readonly actions?: readonly { readonly label: string; readonly command: ViewCommand; readonly isPrimary?: true }[];
  }[];
}

/** Who changed an entry last; null where nobody knows. */
export interface HistoryMessage {
  readonly type: 'history';
  readonly entry: number;
  readonly text: string | null;
}

/** Which entries differ from those that were saved; for the table of that revision. */
export interface EditedMessage extends EditMarks {
  readonly type: 'edited';
  readonly revision: number;
}

/** Scroll to an entry and select it. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly index: number;
}

/** Where the entries of the table stand in the attached network; follows the table that it is about. */
export interface PlacesMessage extends NetworkPlaces {
  readonly type: 'places';
}

/** Texts beside entries, by their names: what the table itself does not hold. */
export interface LabelColumn {
  readonly id: 'fate' | 'mark' | 'outputs' | 'from';
  readonly label: string;
  readonly hint: string;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** What the texts say, to be sorted and filtered by. */
  readonly numbers?: Float64Array;
}

/** The columns from elsewhere, all of them. */
export interface LabelsMessage {
  readonly type: 'labels';
  readonly columns: readonly LabelColumn[];
}

export type ToTableView =
  | LabelsMessage
  | ToAnyView
  | TableMessage
  | TableChangesMessage
  | PlacesMessage
  | ValuesMessage
  | ForeignMessage
  | NoticesMessage
  | RevealMessage
  | EditedMessage
  | HistoryMessage;

/** The user changed something: edits that are one step, made one after the other. Before its answer comes the changed table. */
export interface EditsMessage extends Request {
  readonly type: 'edits';
  /** The revision that they were made on. */
  readonly revision: number;
  readonly edits: readonly Edit[];
}

/** What is reverted stands as it was saved. */
const CHANGES_OF_ROWS = [...ROW_ACTIONS, 'revert'] as const;

/** The user duplicates, moves or reverts entries, as one step. */
export interface RowsMessage extends Request {
  readonly type: 'rows';
  readonly revision: number;
  readonly action: (typeof CHANGES_OF_ROWS)[number];
  readonly entries: readonly number[];
}

/** Copy entries as the file spells them. */
export interface CopyLinesMessage {
  readonly type: 'copyLines';
  readonly entries: readonly number[];
}

/** Copy entries in a form that the user chooses. */
export interface CopyAsMessage {
  readonly type: 'copyAs';
  readonly entries: readonly number[];
}

/** Show the first of some entries in the text editor. */
export interface ShowInTextMessage {
  readonly type: 'showInText';
  readonly entries: readonly number[];
}

/** Show a line of the file in the text editor. */
export interface ShowLineMessage {
  readonly type: 'showLine';
  /** From 1. */
  readonly line: number;
}

/** Compare the table with another one, at the first of some entries. */
export interface CompareEntryMessage {
  readonly type: 'compareEntry';
  readonly entries: readonly number[];
}

/** Who changed an entry last? A host that knows answers with a message of this type, too. */
export interface AskHistoryMessage {
  readonly type: 'history';
  readonly entry: number;
}

export interface CommandMessage {
  readonly type: 'command';
  readonly command: ViewCommand;
}

/** What is selected: ranges of those that are finite and above 0, null when there is none. */
export interface SelectionSummary {
  /** The first of them; null for none. */
  readonly first: number | null;
  readonly count: number;
  readonly smallest: number | null;
  readonly median: number | null;
  readonly largest: number | null;
}

/** Other entries are selected. */
export interface SelectionMessage extends SelectionSummary {
  readonly type: 'selection';
}

/** Note something of these entries, beside the table. */
export interface MarkMessage {
  readonly type: 'mark';
  readonly entries: readonly number[];
}

export type FromTableView =
  | FromAnyView
  | SelectionMessage
  | EditsMessage
  | RowsMessage
  | CopyLinesMessage
  | CopyAsMessage
  | ShowInTextMessage
  | ShowLineMessage
  | CompareEntryMessage
  | AskHistoryMessage
  | MarkMessage
  | CommandMessage;

const READERS = {
  ...READ_FROM_ANY_VIEW,
  edits: ({ id, revision, edits }) =>
    isIndex(id) && isIndex(revision) && Array.isArray(edits) && edits.every(isEdit)
      ? { type: 'edits', id, revision, edits }
      : null,
  rows: ({ id, revision, action, entries }) =>
    isIndex(id) && isIndex(revision) && isOneOf(CHANGES_OF_ROWS, action) && isIndices(entries)
      ? { type: 'rows', id, revision, action, entries }
      : null,
  selection: ({ first, count, smallest, median, largest }) =>
    (first === null || isIndex(first)) && isIndex(count) && isRange(smallest) && isRange(median) && isRange(largest)
      ? { type: 'selection', first, count, smallest, median, largest }
      : null,
  copyLines: ({ entries }) => (isIndices(entries) ? { type: 'copyLines', entries } : null),
  copyAs: ({ entries }) => (isIndices(entries) ? { type: 'copyAs', entries } : null),
  showInText: ({ entries }) => (isIndices(entries) ? { type: 'showInText', entries } : null),
  showLine: ({ line }) => (isIndex(line) && line > 0 ? { type: 'showLine', line } : null),
  compareEntry: ({ entries }) => (isIndices(entries) ? { type: 'compareEntry', entries } : null),
  history: ({ entry }) => (isIndex(entry) ? { type: 'history', entry } : null),
  mark: ({ entries }) => (isIndices(entries) ? { type: 'mark', entries } : null),
  command: ({ command }) => (isOneOf(VIEW_COMMANDS, command) ? { type: 'command', command } : null),
} satisfies Readers<FromTableView>;

const CHECKS = {
  ...CHECKS_TO_ANY_VIEW,
  labels: ({ columns }) => Array.isArray(columns),
  table: ({ names, values }) =>
    Array.isArray(names) && values instanceof Float64Array && values.length === names.length,
  history: ({ entry, text }) => isIndex(entry) && (text === null || isText(text)),
  changes: ({ splices, names, values }) =>
    splices instanceof Int32Array && Array.isArray(names) && values instanceof Float64Array,
  places: ({ order, types, typeOf, blobs }) =>
    order instanceof Int32Array && typeOf instanceof Int32Array && Array.isArray(types) && Array.isArray(blobs),
  values: isValues,
  foreign: ({ foreign, actions }) => isObject(foreign) && Array.isArray(actions),
  notices: ({ notices }) => Array.isArray(notices),
  reveal: ({ index }) => isIndex(index),
  edited: ({ revision, entries, kinds, gone }) =>
    isIndex(revision) && entries instanceof Uint32Array && kinds instanceof Uint8Array && isIndex(gone),
} satisfies Checks<ToTableView>;

/** A message from a table view, or null for anything that is none. */
export function parseFromTableView(data: unknown): FromTableView | null {
  return readFromView<FromTableView>(data, READERS);
}

/** A message to a table view, or null for what is none. Throws TypeError for one that can't be read. */
export function parseToTableView(data: unknown): ToTableView | null {
  return readToView<ToTableView>(data, CHECKS);
}

function isRange(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}

function isIndices(entries: unknown): entries is readonly number[] {
  return Array.isArray(entries) && entries.every(isIndex);
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
