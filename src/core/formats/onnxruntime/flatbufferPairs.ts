/**
 * The bytes of `TrtTable { dict: [KeyValue] }`, `KeyValue { key, value: string }`: where the texts of the pairs stand,
 * and a file of pairs built anew.
 */
import { Builder, ByteBuffer } from 'flatbuffers';
import { escapedText, utf8Bytes } from '../../bytes/bytes.js';
import { t } from '../../texts/translate.js';
import type { EntrySpans } from '../format.js';

/** Offsets of a table's fields in its vtable. */
const FIELDS = { key: 4, value: 6 } as const;
/** The vector of pairs is the only field of its table. */
const DICT = 4;

/** A pair as the file has it; the text of the number is kept, so that untouched ones are written as they were. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** A file whose vector of pairs was found. */
class PairFile {
  readonly #bytes: Uint8Array;
  readonly #buffer: ByteBuffer;
  readonly #vector: number = 0;
  readonly count: number = 0;

  /** Throws RangeError where an offset leads out of the file. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const buffer = (this.#buffer = new ByteBuffer(bytes));
    const root = buffer.readInt32(0);
    if (root <= 0 || root >= bytes.length) throw new RangeError(t`its root lies outside the file.`);
    const dict = buffer.__offset(root, DICT);
    if (dict === 0) return;
    this.#vector = buffer.__vector(root + dict);
    this.count = buffer.__vector_len(root + dict);
    if (this.count * 4 > bytes.length) throw new RangeError(t`it claims more entries than the file has room for.`);
  }

  /** Where the offset of a pair's text stands; 0 where the pair has none. */
  field(index: number, name: keyof Pair): number {
    const pair = this.#buffer.__indirect(this.#vector + index * 4);
    const offset = this.#buffer.__offset(pair, FIELDS[name]);
    return offset === 0 ? 0 : pair + offset;
  }

  /** Writes where a pair's text stands, without the length before it and the NUL behind it; in a broken file it ends where the file does. */
  writePlace(index: number, name: keyof Pair, starts: Uint32Array, ends: Uint32Array): void {
    const field = this.field(index, name);
    if (field === 0) return;
    const text = this.#buffer.__indirect(field);
    const start = this.#within(text + 4);
    starts[index] = start;
    ends[index] = Math.max(start, this.#within(start + this.#buffer.readInt32(text)));
  }

  #within(at: number): number {
    return at < 0 ? 0 : at > this.#bytes.length ? this.#bytes.length : at;
  }
}

/** The pairs' places, as columns: the key's as the name, the number's text as the value; they are no stretch of the file, and stand on no line. At most `most`. */
export function pairPlaces(bytes: Uint8Array, most = Infinity): EntrySpans {
  const file = new PairFile(bytes);
  const count = Math.max(0, Math.min(file.count, most));
  const column = (): Uint32Array => new Uint32Array(count);
  const [nameStart, nameEnd, valueStart, valueEnd, none] = [column(), column(), column(), column(), column()];
  for (let index = 0; index < count; index++) {
    file.writePlace(index, 'key', nameStart, nameEnd);
    file.writePlace(index, 'value', valueStart, valueEnd);
  }
  return { start: none, end: none, nameStart, nameEnd, valueStart, valueEnd, line: none };
}

/** The pair whose texts stand at the places `index` of the columns. */
export function pairAt(bytes: Uint8Array, places: EntrySpans, index: number): Pair {
  const text = (start: Uint32Array, end: Uint32Array): string => escapedText(bytes.subarray(start[index], end[index]));
  return { key: text(places.nameStart, places.nameEnd), value: text(places.valueStart, places.valueEnd) };
}

/** Where a file keeps the offset of a pair's text; 0 where the pair has none. */
export type FieldFinder = (index: number, name: keyof Pair) => number;

/** Throws RangeError as `pairPlaces` does. */
export function fieldFinder(bytes: Uint8Array): FieldFinder {
  const file = new PairFile(bytes);
  return (index, name) => file.field(index, name);
}

/** A FlatBuffers file of pairs, in their order. */
export function buildPairs(all: readonly Pair[]): Uint8Array {
  const builder = new Builder(1024);
  const offsets = all.map(({ key, value }) => {
    const [keyAt, valueAt] = [builder.createString(utf8Bytes(key)), builder.createString(utf8Bytes(value))];
    builder.startObject(2);
    builder.addFieldOffset(0, keyAt, 0);
    builder.addFieldOffset(1, valueAt, 0);
    return builder.endObject();
  });
  builder.startVector(4, offsets.length, 4);
  // A vector is written from its end.
  [...offsets].reverse().forEach((offset) => builder.addOffset(offset));
  const dict = builder.endVector();
  builder.startObject(1);
  builder.addFieldOffset(0, dict, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array().slice();
}
