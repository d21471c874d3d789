/** Reading the lines that a splice touches, for files that keep one entry a line. */
import { bomLength } from '../../bytes/bytes.js';
import { applySplice, type Splice } from '../../bytes/splice.js';
import type { Patch, Reading, TableDocument } from '../format.js';
import { countBelow, lineFeeds } from '../update/lookUp.js';

const LINE_FEED = 10;

/** Whole lines of a file, by their offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines of `bytes` that a splice touches, the one that it ends in included. */
export function touchedLines(bytes: Uint8Array, { offset, removed }: Splice): Stretch {
  const feed = bytes.indexOf(LINE_FEED, offset + removed.length);
  return {
    start: offset === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, offset - 1) + 1,
    end: feed < 0 ? bytes.length : feed + 1,
  };
}

/** The bytes of a stretch after the splice, which must lie in it. */
export function splicedStretch(bytes: Uint8Array, { start, end }: Stretch, splice: Splice): Uint8Array {
  return applySplice(bytes.subarray(start, end), { ...splice, offset: splice.offset - start });
}

/**
 * The patch for a stretch of lines.
 * @param read reads the lines by themselves; null where they can't be understood without the rest
 */
export function patchLines(
  { bytes, spans }: TableDocument,
  splice: Splice,
  stretch: Stretch,
  read: (bytes: Uint8Array) => Reading | null,
): Patch | null {
  const { start, end } = stretch;
  const after = splicedStretch(bytes, stretch, splice);
  // Anywhere but at the start, a byte order mark is part of a name.
  const reading = start > 0 && bomLength(after) > 0 ? null : read(after);
  if (!reading) return null;
  const from = countBelow(spans.start, start);
  const known = from - 1;
  const line =
    known < 0 ? 1 + lineFeeds(bytes, 0, start) : (spans.line[known] ?? 0) + lineFeeds(bytes, spans.start[known], start);
  const lines = lineFeeds(bytes, start, end);
  return {
    start,
    origin: start,
    from,
    to: countBelow(spans.start, end),
    reading,
    line,
    nextLine: end === bytes.length ? Infinity : line + lines,
    lineShift: lineFeeds(after) - lines,
  };
}

/** The patch for a format whose lines are understood one by one up to the first that is kept apart, and none from there on. */
export function patchPlainLines(
  document: TableDocument,
  splice: Splice,
  read: (bytes: Uint8Array) => Reading,
): Patch | null {
  const patch = patchLines(document, splice, touchedLines(document.bytes, splice), read);
  const kept = document.kept?.[0]?.items[0]?.line ?? Infinity;
  return patch && (patch.nextLine ?? 0) <= kept && !patch.reading.kept?.length ? patch : null;
}
