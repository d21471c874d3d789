/**
 * The only way a document's bytes change: some bytes at an offset give way to others. A splice is plain
 * data and its inverse is exact, so undo restores a file byte for byte whatever the format.
 */
export interface Splice {
  readonly offset: number;
  readonly removed: Uint8Array;
  readonly inserted: Uint8Array;
}

/** A splice of `bytes` that puts `inserted` in the place of `bytes[start, end)`. */
export function spliceOf(bytes: Uint8Array, start: number, end: number, inserted: Uint8Array): Splice {
  return { offset: start, removed: bytes.slice(start, end), inserted };
}

/** New bytes with the splice applied. Throws RangeError when the removed bytes do not stand at its offset. */
export function applySplice(bytes: Uint8Array, { offset, removed, inserted }: Splice): Uint8Array {
  const end = offset + removed.length;
  if (end > bytes.length || !removed.every((byte, i) => bytes[offset + i] === byte)) {
    throw new RangeError('The splice does not fit these bytes.');
  }
  const result = new Uint8Array(bytes.length - removed.length + inserted.length);
  result.set(bytes.subarray(0, offset));
  result.set(inserted, offset);
  result.set(bytes.subarray(end), offset + inserted.length);
  return result;
}

/** The splice that undoes this one. */
export function inverseSplice({ offset, removed, inserted }: Splice): Splice {
  return { offset, removed: inserted, inserted: removed };
}
