import { sameBytes } from '../bytes/bytes.js';
import type { TableDocument } from './format.js';

/** How many entries have the name and the number that they had, but are written otherwise: what a formatter does, and no edit. */
export function rewrittenEntries(before: TableDocument, after: TableDocument): number {
  if (before.bytes === after.bytes) return 0;
  const known = new Map(before.table.names.map((name, index) => [name, index]));
  return after.table.names.filter((name, index) => {
    const old = known.get(name);
    return (
      old !== undefined &&
      Object.is(before.table.values[old], after.table.values[index]) &&
      !sameBytes(entryBytes(before, old), entryBytes(after, index))
    );
  }).length;
}

function entryBytes({ bytes, spans }: TableDocument, index: number): Uint8Array {
  return bytes.subarray(spans.start[index], spans.end[index]);
}
