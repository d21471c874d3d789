/** A change of a text, as a text editor tells it, as a splice of the file's bytes. */
import { bomLength, utf8Bytes } from './bytes.js';
import { spliceOf, type Splice } from './splice.js';

/** Characters `start` up to (not including) `end` gave way to `text`; in UTF-16 code units, without a byte order mark. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The splice of UTF-8 bytes that a change of their text means. Throws RangeError when the text ends before the change does. */
export function textSplice(bytes: Uint8Array, { start, end, text }: TextChange): Splice {
  const first = byteOffset(bytes, bomLength(bytes), start);
  return spliceOf(bytes, first, byteOffset(bytes, first, end - start), utf8Bytes(text));
}

/** The offset of the byte `units` UTF-16 code units behind the byte at `from`. */
function byteOffset(bytes: Uint8Array, from: number, units: number): number {
  let at = from;
  for (let left = units; left > 0; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError('The text ends before the change does.');
    // Of a character's bytes the first one counts; one of four bytes is a pair of code units.
    if ((byte & 0xc0) !== 0x80) left -= byte >= 0xf0 ? 2 : 1;
  }
  while (((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}
