/**
 * Bytes and text. Files are scanned as Latin-1, one character a byte, so that string offsets are byte
 * offsets and a lossless edit can name its bytes; names are decoded as UTF-8 from their own bytes.
 */

import { escapedText } from './utf8.js';

export { escapedText, utf8Bytes, utf8Text } from './utf8.js';

interface Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label?: string, options?: { ignoreBOM?: boolean }) => Decoder;

const latin1 = new TextDecoder('latin1');
/** For bytes that are ASCII only. */
const ascii = new TextDecoder('utf-8');
const utf16 = { little: new TextDecoder('utf-16le'), big: new TextDecoder('utf-16be') };

/** True when the text holds anything beyond ASCII. */
const beyondAscii = /[^\x00-\x7f]/;

/** Whether bytes begin with these, one a character up to U+00FF: decoders of Latin-1 disagree on what stands above ASCII. */
export function beginsWith(bytes: Uint8Array, characters: string): boolean {
  return [...characters].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/**
 * One character a byte: `result.length === bytes.length`. Only its ASCII characters mean what they say.
 * @param isPlain whether all bytes are ASCII, for who knows: Node.js decodes them as UTF-8 in a third of the time
 */
export function byteText(bytes: Uint8Array, isPlain = isAscii(bytes)): string {
  return (isPlain ? ascii : latin1).decode(bytes);
}

/**
 * Text of bytes in whatever Unicode encoding its byte order mark tells, or UTF-8; the mark is no part of it. For files of other
 * programs: Windows PowerShell redirects into UTF-16, and its editors save so.
 */
export function decodedText(bytes: Uint8Array): string {
  const order = utf16Order(bytes);
  return order ? utf16[order].decode(bytes) : escapedText(bytes.subarray(bomLength(bytes)));
}

/** The byte order of UTF-16 text, by its mark; null where there is none. */
export function utf16Order([first, second]: Uint8Array): 'little' | 'big' | null {
  if (first === 0xff && second === 0xfe) return 'little';
  return first === 0xfe && second === 0xff ? 'big' : null;
}

/** The UTF-8 text of `bytes[start, end)`, given the whole file's {@link byteText}; what is no UTF-8 is escaped. */
export function sliceText(bytes: Uint8Array, text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  return beyondAscii.test(slice) ? escapedText(bytes.subarray(start, end)) : slice;
}

/** Length of a UTF-8 byte order mark at the start: 3 or 0. */
export function bomLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** True when both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // Not `every`: fifty million calls take half a second.
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** True when every byte is a character by itself. */
export function isAscii(bytes: Uint8Array): boolean {
  let all = 0;
  for (let i = 0; i < bytes.length; i++) all |= bytes[i] ?? 0;
  return all < 0x80;
}

/** True when the head of a file holds bytes that no text has (in UTF-8 or UTF-16), such as NUL or those of a protobuf's tags. */
export function hasControlBytes(bytes: Uint8Array): boolean {
  return !utf16Order(bytes) && bytes.subarray(0, 512).some((byte) => byte < 9);
}

/** The first line of the few that git-lfs leaves in place of a file that was not fetched. */
export const LFS_POINTER = /^version https:\/\/git-lfs/;

/** True when a file was not fetched. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return LFS_POINTER.test(byteText(bytes.subarray(0, 64)));
}
