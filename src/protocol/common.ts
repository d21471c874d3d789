/**
 * What all messages between the extension host and its webviews share. A view says `ready` and gets all that it needs to
 * draw; nothing is pushed before. Both ends validate what they receive.
 */

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

/** What any view says. */
export type FromAnyView = ReadyMessage | CopyMessage | ViewErrorMessage;

export type Json = Readonly<Record<string, unknown>>;

export function parseCommon(message: Json): FromAnyView | null {
  const { type, text, what } = message;
  if (type === 'ready') return { type };
  if (type === 'copy') return isText(text) && isText(what) ? { type, text, what } : null;
  if (type === 'error') return isText(message['message']) ? { type, message: message['message'] } : null;
  return null;
}

export function isTyped(message: unknown, types: readonly string[]): boolean {
  return isObject(message) && isText(message['type']) && types.includes(message['type']);
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
