import type { Splice } from '../../bytes/splice.js';
import type { Patch, TableDocument } from '../format.js';
import { firstContentLine } from '../lines/lines.js';
import { patchLines, touchedLines } from '../lines/patchLines.js';
import { readTensorrt } from './read.js';

/** Reads the lines of a cache that a splice touches. What touches the first line with content may make another one the header. */
export function patchTensorrt(document: TableDocument, splice: Splice): Patch | null {
  const { bytes } = document;
  const first = firstContentLine(bytes);
  if (!first) return null;
  const { start, end } = touchedLines(bytes, splice);
  if (start > first.end) return patchLines(document, splice, { start, end }, (lines) => readTensorrt(lines, true));
  const behindFirst = touchedLines(bytes, { ...splice, offset: first.end, removed: new Uint8Array() }).end;
  return patchLines(document, splice, { start: 0, end: Math.max(end, behindFirst) }, (lines) =>
    firstContentLine(lines) ? readTensorrt(lines) : null,
  );
}
