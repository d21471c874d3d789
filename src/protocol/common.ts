/**
 * What all messages between the extension host and its webviews share. A view says `ready` and gets all that it needs to
 * draw; nothing is pushed before. Both ends validate what they receive.
 */
import { unpackMessage } from './packedNames.js';
import { t } from '../core/texts/translate.js';

export interface ReadyMessage {
  readonly type: 'ready';
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

/** Show as text what the view shows, or can't show. */
export interface AsTextMessage {
  readonly type: 'asText';
}

/** How the user has arranged the columns of a grid, by their ids; columns that it does not name stand as the view has them. */
export interface GridLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** Widths in pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

/** The columns are arranged so: kept for all views of this kind, and told to each before its content. */
export interface LayoutMessage {
  readonly type: 'layout';
  readonly layout: GridLayout;
}

/** What can be done with the rows and columns of a grid, by menu or by a key that is bound to it. */
export const GRID_COMMANDS = [
  'edit',
  'copy',
  'copyWithHeader',
  'copyWithoutHeader',
  'copyAsMarkdown',
  'copyLines',
  'copyAs',
  'cut',
  'paste',
  'fillDown',
  'delete',
  'duplicate',
  'moveUp',
  'moveDown',
  'revert',
  'replaceInNames',
  'setByMethod',
  'filterByValue',
  'filterByColumn',
  'selectSimilar',
  'showInText',
  'compareEntry',
  'mark',
  'hideColumn',
  'fitColumn',
  'showAllColumns',
] as const;
export type GridCommand = (typeof GRID_COMMANDS)[number];

/** Do it with what is selected; with the text of the clipboard where that is needed. */
export interface GridCommandMessage {
  readonly type: 'grid';
  readonly command: GridCommand;
  readonly text?: string;
}

/** A chart as a file: its picture, or the numbers behind it. */
export interface ChartFile {
  readonly extension: (typeof CHART_EXTENSIONS)[number];
  readonly content: string | Uint8Array;
}
const CHART_EXTENSIONS = ['svg', 'png', 'csv'] as const;

/** Save a chart where the user says. */
export interface SaveChartMessage extends ChartFile {
  readonly type: 'saveChart';
}

/** There is no chart in sight of which something could be saved. */
export interface NoChartMessage {
  readonly type: 'noChart';
}

/** What the menu over a chart asks for. */
export const CHART_COMMANDS = ['savePicture', 'saveNumbers'] as const;
export type ChartCommand = (typeof CHART_COMMANDS)[number];

export interface ChartCommandMessage {
  readonly type: 'chart';
  readonly command: ChartCommand;
}

/** What any view says. */
export type FromAnyView =
  ReadyMessage | CopyMessage | ViewErrorMessage | AsTextMessage | LayoutMessage | SaveChartMessage | NoChartMessage;

/** A message with a number is a request: the host answers it with an `answer` of that number, whatever happens. */
export interface Request {
  readonly id: number;
}

/** The answer to a request: done, or the sentence why not. */
export interface AnswerMessage {
  readonly type: 'answer';
  readonly id: number;
  readonly problem: string | null;
}

/** The host can't make what the view is to show. */
export interface FailedMessage {
  readonly type: 'failed';
  readonly problem: string;
}

/** What any view is told. */
export type ToAnyView = AnswerMessage | FailedMessage | LayoutMessage | GridCommandMessage | ChartCommandMessage;

export type Json = Readonly<Record<string, unknown>>;

/** How each message from a view is read: null for one that is none. Closed by types: a message without its reader does not compile. */
export type Readers<M extends { readonly type: string }> = {
  readonly [T in M['type']]: (json: Json) => Extract<M, { readonly type: T }> | null;
};

export const READ_FROM_ANY_VIEW = {
  ready: () => ({ type: 'ready' }),
  asText: () => ({ type: 'asText' }),
  copy: ({ text, what }) => (isText(text) && isText(what) ? { type: 'copy', text, what } : null),
  layout: ({ layout }) => (isLayout(layout) ? { type: 'layout', layout } : null),
  saveChart: ({ extension, content }) =>
    isOneOf(CHART_EXTENSIONS, extension) && (isText(content) || content instanceof Uint8Array)
      ? { type: 'saveChart', extension, content }
      : null,
  noChart: () => ({ type: 'noChart' }),
  error: ({ message }) => (isText(message) ? { type: 'error', message } : null),
} satisfies Readers<FromAnyView>;

/** A message from a view, or null for anything that is none: a view may send anything. */
export function readFromView<M extends { readonly type: string }>(data: unknown, readers: Readers<M>): M | null {
  if (!isObject(data) || !isText(data['type']) || !Object.hasOwn(readers, data['type'])) return null;
  return (readers as Readonly<Record<string, (json: Json) => M | null>>)[data['type']]?.(data) ?? null;
}

/** Whether a message of each type is whole enough to be drawn. Closed by types, like the readers. */
export type Checks<M extends { readonly type: string }> = Readonly<Record<M['type'], (json: Json) => boolean>>;

export const CHECKS_TO_ANY_VIEW = {
  answer: ({ id, problem }) => isIndex(id) && (problem === null || isText(problem)),
  failed: ({ problem }) => isText(problem),
  layout: ({ layout }) => isLayout(layout),
  grid: ({ command }) => isOneOf(GRID_COMMANDS, command),
  chart: ({ command }) => isOneOf(CHART_COMMANDS, command),
} satisfies Checks<ToAnyView>;

/**
 * A message to a view; null for what is no message at all. The host is trusted with what lies deeper than the checks look.
 * Throws TypeError for a message that the view can't read: another version's, or one that lost a part on its way.
 */
export function readToView<M extends { readonly type: string }>(packed: unknown, checks: Checks<M>): M | null {
  if (!isObject(packed) || !isText(packed['type'])) return null;
  const data: Json = unpackMessage(packed);
  const { type } = packed;
  const check = Object.hasOwn(checks, type)
    ? (checks as Readonly<Record<string, (json: Json) => boolean>>)[type]
    : null;
  if (!check) throw new TypeError(t`The extension sent a message of a kind that this view does not know ("${type}").`);
  if (!check(data)) throw new TypeError(t`The extension sent a message ("${type}") that did not arrive whole.`);
  return data as unknown as M;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function isOneOf<T extends string>(options: readonly T[], value: unknown): value is T {
  return options.includes(value as T);
}

/** Whether it is an arrangement of columns: from a view, or from what was kept of one. */
export function isLayout(value: unknown): value is GridLayout {
  if (!isObject(value)) return false;
  const { order, hidden, widths } = value;
  const isWidth = (width: unknown): boolean => typeof width === 'number' && width > 0 && width < 10_000;
  return (
    Array.isArray(order) &&
    order.every(isText) &&
    Array.isArray(hidden) &&
    hidden.every(isText) &&
    isObject(widths) &&
    Object.values(widths).every(isWidth)
  );
}

/** VS Code sends messages to views as JSON, which has no Infinity and no NaN: such numbers on their way. */
interface SentNumber {
  readonly odd: string;
}

/** A message whose numbers may be infinite or none, to be sent; typed arrays arrive as they are. */
export function withOddNumbers<T>(value: T): T {
  return mapped(value, (each) =>
    typeof each === 'number' && !Number.isFinite(each) ? ({ odd: String(each) } satisfies SentNumber) : each,
  ) as T;
}

/** Such a message as it was. */
export function readOddNumbers(value: unknown): unknown {
  return mapped(value, (each) =>
    isObject(each) && isText(each['odd']) && Object.keys(each).length === 1 ? Number(each['odd']) : each,
  );
}

function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (!isObject(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, change)]));
}
