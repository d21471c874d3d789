/** Messages between the host and a table view. */
import type { Finding } from '../core/findings/finding.js';
import type { Edit, KeptPart } from '../core/formats/format.js';
import type { Foreign } from '../core/formats/index.js';
import type { TableHeader } from '../core/table/header.js';
import type { Statement } from '../core/table/statement.js';
import type { FormatId, Quantity } from '../core/table/table.js';
import { isIndex, isObject, isOneOf, isText, isTyped, parseCommon, type FromAnyView } from './common.js';

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

export type FromTableView = FromAnyView | EditMessage | EditsMessage | CommandMessage;

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

/** A message to a table view, or null. The host is trusted with the shape of what lies inside. */
export function parseToTableView(message: unknown): ToTableView | null {
  return isTyped(message, ['table', 'foreign', 'notices', 'editResult', 'reveal'])
    ? (message as unknown as ToTableView)
    : null;
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
