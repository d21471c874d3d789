/** Core speaks of bytes, VS Code of UTF-16 code units behind the byte order mark. */
import { bomLength } from '../../core/bytes/bytes.js';
import * as textChange from '../../core/bytes/textChange.js';
import type { TableDocument } from '../../core/formats/format.js';

/** The byte at a text offset. */
export function byteOffset({ bytes }: TableDocument, offset: number): number {
  return textChange.byteOffset(bytes, bomLength(bytes), offset);
}

/** The text offset of a byte. */
export function textOffset({ bytes }: TableDocument, byte: number): number {
  return textChange.textOffset(bytes, byte);
}

/** The entry that a byte lies in, its last byte's end included; -1 for none, as where a format tells no places. Entries stand in file order. */
export function entryAtByte({ spans }: TableDocument, byte: number): number {
  let [low, high] = [0, spans.start.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans.start[middle] ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  const [start = 0, end = 0] = [spans.start[low - 1], spans.end[low - 1]];
  return start < end && byte <= end ? low - 1 : -1;
}
