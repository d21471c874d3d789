/**
 * UTF-8, without loss for files that are not quite: a byte that belongs to no character stands in text as a lone surrogate
 * (80 as U+DC80 … FF as U+DCFF), which no UTF-8 has, and comes back as itself. Python's `surrogateescape` does the same.
 */

interface Decoder {
  decode(bytes: Uint8Array): string;
}
interface Encoder {
  encode(text: string): Uint8Array;
}
declare const TextDecoder: new (label?: string, options?: { ignoreBOM?: boolean }) => Decoder;
declare const TextEncoder: new () => Encoder;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const ESCAPES = 0xdc00;
/** What stands for a byte: the second half of a character that has no first half. */
const ESCAPED_BYTE = /(?<![\ud800-\udbff])([\udc80-\udcff])/;
/** What decoders put in the place of bytes that they can't read. */
const REPLACEMENT = '\ufffd';

/** UTF-8 text of bytes for people to read; what is no UTF-8 becomes U+FFFD. */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** UTF-8 text of bytes from which {@link utf8Bytes} makes the same bytes again, whatever they are. */
export function escapedText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (!text.includes(REPLACEMENT)) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    if (length === 0) {
      parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(ESCAPES + (bytes[at] ?? 0)));
      from = at + 1;
    }
    at += length || 1;
  }
  return parts.join('') + decoder.decode(bytes.subarray(from));
}

/** UTF-8 bytes of a text; a lone surrogate that stands for a byte becomes that byte. */
export function utf8Bytes(text: string): Uint8Array {
  if (!ESCAPED_BYTE.test(text)) return encoder.encode(text);
  const parts = text
    .split(ESCAPED_BYTE)
    .map((part, i) => (i % 2 === 1 ? Uint8Array.of(part.charCodeAt(0) - ESCAPES) : encoder.encode(part)));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** How many bytes the character at an offset takes; 0 where none begins. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const [least, most] = SECOND_BYTES.get(lead) ?? [0x80, 0xbf];
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    if (byte < (i === 1 ? least : 0x80) || byte > (i === 1 ? most : 0xbf)) return 0;
  }
  return length;
}

/** Where the second byte may not be any: longer forms of shorter characters, surrogates, what lies beyond Unicode. */
const SECOND_BYTES: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);
