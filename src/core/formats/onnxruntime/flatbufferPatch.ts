/** Which pairs a change of the file touches: nobody reads all texts again because one is another. */
import { applySplice, type Splice } from '../../bytes/splice.js';
import type { EntrySpans, Patch, Reading, TableDocument } from '../format.js';
import { pairPlaces } from './flatbufferPairs.js';

export interface ChangedPairs {
  /** Where the texts of all pairs stand now. */
  readonly places: EntrySpans;
  /** Indices of the pairs with a text that is another one, or stands elsewhere. */
  readonly changed: readonly number[];
}

/** What changed bytes say otherwise than the document; null where they have more or fewer pairs, or can't be read. */
export function changedPairs({ bytes, spans }: TableDocument, after: Uint8Array): ChangedPairs | null {
  try {
    const places = pairPlaces(after);
    const count = places.start.length;
    if (count !== spans.start.length) return null;
    const changed: number[] = [];
    for (let index = 0; index < count; index++) {
      const isSame =
        spans.nameStart[index] === places.nameStart[index] &&
        spans.nameEnd[index] === places.nameEnd[index] &&
        spans.valueStart[index] === places.valueStart[index] &&
        spans.valueEnd[index] === places.valueEnd[index] &&
        areSame(bytes, after, places.nameStart[index], places.nameEnd[index]) &&
        areSame(bytes, after, places.valueStart[index], places.valueEnd[index]);
      if (!isSame) changed.push(index);
    }
    return { places, changed };
  } catch {
    return null;
  }
}

function areSame(before: Uint8Array, after: Uint8Array, start = 0, end = 0): boolean {
  for (let at = start; at < end; at++) if (before[at] !== after[at]) return false;
  return true;
}

/** The patch of the pairs that a splice touches; null where entries come or go. */
export function patchPairs(
  document: TableDocument,
  splice: Splice,
  read: (bytes: Uint8Array, places: EntrySpans) => Reading,
): Patch | null {
  // A file of no pairs may be a broken one: what was found of it has to go.
  if (document.table.names.length === 0) return null;
  const bytes = applySplice(document.bytes, splice);
  const found = changedPairs(document, bytes);
  if (!found) return null;
  const [from, to] = [found.changed[0] ?? 0, (found.changed.at(-1) ?? -1) + 1];
  const columns = Object.entries(found.places).map(([key, column]: [string, Uint32Array]) => [
    key,
    column.subarray(from, to),
  ]);
  return {
    start: 0,
    from,
    to,
    reading: read(bytes, Object.fromEntries(columns) as unknown as EntrySpans),
    origin: 0,
    shift: 0,
    line: 1,
    nextLine: null,
    lineShift: 0,
  };
}
