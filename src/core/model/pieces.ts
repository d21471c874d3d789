/** Changing a message by exchanging records: the result is a list of pieces, so that a big model is never copied as a whole. */
import protobuf from 'protobufjs/light.js';
import type { FieldRecord, Span } from './records.js';
import { t } from '../texts/translate.js';

/** Bytes that follow one another in a file. */
export type Pieces = readonly Uint8Array[];

/** What takes the place of some bytes; of equal places the order of the list counts. Nothing removed is an insertion. */
export interface Change extends Span {
  readonly pieces: Pieces;
}

/** The bytes of `span` with changes made; they may not overlap. */
export function changed(bytes: Uint8Array, span: Span, changes: readonly Change[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = span.start;
  for (const { start, end, pieces: instead } of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end > span.end) throw new RangeError(t`Changes of a model overlap.`);
    if (start > at) pieces.push(bytes.subarray(at, start));
    pieces.push(...instead);
    at = end;
  }
  if (at < span.end) pieces.push(bytes.subarray(at, span.end));
  return pieces;
}

/** A record with another value; its field and place stay. */
export function recordOf(field: number, value: Pieces): Uint8Array[] {
  const head = protobuf.Writer.create()
    .uint32(((field << 3) | 2) >>> 0)
    .uint32(lengthOf(value))
    .finish();
  return [head, ...value];
}

/** The change that gives a record of a message another value. */
export function replaced(record: FieldRecord, value: Pieces): Change {
  return { start: record.start, end: record.end, pieces: recordOf(record.field, value) };
}

/** The change that takes a record away. */
export function removed({ start, end }: Span): Change {
  return { start, end, pieces: [] };
}

/** Bytes of all pieces together. */
export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** All pieces as one array; for what is to be read again. A single piece is that array. */
export function joined(pieces: Pieces): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const result = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}
