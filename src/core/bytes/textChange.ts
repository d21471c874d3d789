/** A change of a text, as a text editor tells and takes it, and the splice of the file's bytes that it is. */
import { bomLength, isAscii, utf8Bytes, utf8Text } from './bytes.js';
import { joinBytes, joinSplices, spliceOf, type Splice } from './splice.js';

/** Characters `start` up to (not including) `end` gave way to `text`; in UTF-16 code units, without a byte order mark. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/** The splice of UTF-8 bytes that a change of their text means. Throws RangeError when the text ends before the change does. */
export function textSplice(bytes: Uint8Array, { start, end, text }: TextChange): Splice {
  const first = byteOffset(bytes, bomLength(bytes), start);
  return spliceOf(bytes, first, byteOffset(bytes, first, end - start), utf8Bytes(text));
}

/**
 * One splice for several changes, all of the same text and none overlapping; null for none.
 * Throws RangeError when they do not fit the text.
 * @param isPlain whether all bytes are ASCII, for who knows: a byte is a character then
 */
export function textSplices(
  bytes: Uint8Array,
  changes: readonly TextChange[],
  isPlain = isAscii(bytes),
): Splice | null {
  return joinSplices(
    bytes,
    changes.map((change) => (isPlain ? plainSplice(bytes, change) : textSplice(bytes, change))),
  );
}

function plainSplice(bytes: Uint8Array, { start, end, text }: TextChange): Splice {
  if (end > bytes.length) throw new RangeError('The text ends before the change does.');
  return spliceOf(bytes, start, end, utf8Bytes(text));
}

/** The change of the text that a splice of its UTF-8 bytes means: whole characters, and no line end cut in two. */
export function spliceChange(bytes: Uint8Array, { offset, removed, inserted }: Splice): TextChange {
  const [start, end] = [startOf(bytes, offset), endOf(bytes, offset + removed.length)];
  const first = textOffset(bytes, start);
  const text = [bytes.subarray(start, offset), inserted, bytes.subarray(offset + removed.length, end)];
  return { start: first, end: first + utf8Text(bytes.subarray(start, end)).length, text: utf8Text(joinBytes(text)) };
}

/** The offset in the text of the byte at `at`, which begins a character. */
export function textOffset(bytes: Uint8Array, at: number): number {
  const from = bomLength(bytes);
  const before = bytes.subarray(from, Math.max(from, at));
  return isAscii(before) ? before.length : utf8Text(before).length;
}

/** The offset of the byte `units` UTF-16 code units behind the byte at `from`. Throws RangeError when there are not so many. */
export function byteOffset(bytes: Uint8Array, from: number, units: number): number {
  let at = from;
  for (let left = units; left > 0; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError('The text ends before the change does.');
    // Of a character's bytes the first one counts; one of four bytes is a pair of code units.
    if ((byte & 0xc0) !== 0x80) left -= byte >= 0xf0 ? 2 : 1;
  }
  while (isInside(bytes, at)) at++;
  return at;
}

function startOf(bytes: Uint8Array, offset: number): number {
  let at = Math.max(offset, bomLength(bytes));
  while (at > 0 && isInside(bytes, at)) at--;
  return isInLineEnd(bytes, at) ? at - 1 : at;
}

function endOf(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (isInside(bytes, at)) at++;
  return isInLineEnd(bytes, at) ? at + 1 : at;
}

function isInside(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}

function isInLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 1] === CARRIAGE_RETURN && bytes[at] === LINE_FEED;
}
