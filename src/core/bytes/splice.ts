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
  if (end > bytes.length || !standsAt(bytes, offset, removed))
    throw new RangeError('The splice does not fit these bytes.');
  const result = new Uint8Array(bytes.length - removed.length + inserted.length);
  result.set(bytes.subarray(0, offset));
  result.set(inserted, offset);
  result.set(bytes.subarray(end), offset + inserted.length);
  return result;
}

/** A loop, since `every` of V8 takes ten times as long. */
function standsAt(bytes: Uint8Array, offset: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[offset + i] !== part[i]) return false;
  return true;
}

/** The splice that undoes this one. */
export function inverseSplice({ offset, removed, inserted }: Splice): Splice {
  return { offset, removed: inserted, inserted: removed };
}

/** One splice that does what several do, all of them of `bytes` and none overlapping; null for none. */
export function joinSplices(bytes: Uint8Array, splices: readonly Splice[]): Splice | null {
  const sorted = [...splices].sort((a, b) => a.offset - b.offset);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const parts: Uint8Array[] = [];
  let at = first.offset;
  for (const { offset, removed, inserted } of sorted) {
    if (offset < at) throw new RangeError('The splices overlap.');
    parts.push(bytes.subarray(at, offset), inserted);
    at = offset + removed.length;
  }
  return spliceOf(bytes, first.offset, last.offset + last.removed.length, joinBytes(parts));
}

/** All parts, one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** The one splice that turns `before` into `after`: what both begin and end with stays out of it. */
export function spliceBetween(before: Uint8Array, after: Uint8Array): Splice {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return spliceOf(before, start, before.length - tail, after.slice(start, after.length - tail));
}
