/** Core speaks of bytes, VS Code of UTF-16 code units; in a text that is all ASCII they are the same. */
import { utf8Bytes, utf8Text } from '../../core/bytes/bytes.js';
import type { TextTable } from './textTables.js';

/** The byte at a text offset. */
export function byteOffset({ text, document: { bytes } }: TextTable, offset: number): number {
  return bytes.length === text.length ? offset : utf8Bytes(text.slice(0, offset)).length;
}

/** The text offset of a byte. */
export function textOffset({ text, document: { bytes } }: TextTable, byte: number): number {
  return bytes.length === text.length ? byte : utf8Text(bytes.subarray(0, byte)).length;
}

/** The entry that a byte lies in, its last byte's end included; -1 for none, as where a format tells no places. Entries stand in file order. */
export function entryAtByte({ document: { spans } }: TextTable, byte: number): number {
  let [low, high] = [0, spans.start.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans.start[middle] ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  const [start = 0, end = 0] = [spans.start[low - 1], spans.end[low - 1]];
  return start < end && byte <= end ? low - 1 : -1;
}
