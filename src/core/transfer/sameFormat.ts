/** A conversion to a file's own format: the file itself, without the entries that can't stay. */
import { applySplice } from '../bytes/splice.js';
import { manyEdits } from '../edits/manyEdits.js';
import type { Edit, TableDocument } from '../formats/format.js';
import { rangeOf } from '../table/quantization.js';
import type { PlanRows } from './planRows.js';

/** The file's bytes with what the rows say differently from it, or null where it has to be written anew. */
export function editedCopy(source: TableDocument, rows: PlanRows, valueOf: (row: number) => number): Uint8Array | null {
  const { format } = source;
  const isBroken = source.findings.some(({ rule, index }) => rule === 'unreadable-line' && index === null);
  if (!format.edit || !format.isText || isBroken) return null;
  // Its numbers may have been replaced by those of a file beside it: the bytes have the old ones.
  const own = format.read(source.bytes);
  const wanted = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const entry = rows.entryOf(row);
    if (entry !== null) wanted.set(entry, valueOf(row));
  }
  const edits = own.table.names.flatMap((_, index): Edit[] => {
    const value = wanted.get(index);
    if (value === undefined) return [{ kind: 'delete', index }];
    return isWritten(own, index, value) ? [] : [{ kind: 'set', index, value }];
  });
  const result = manyEdits(own, edits.reverse());
  if ('problem' in result) return null;
  return result.splice ? applySplice(own.bytes, result.splice) : own.bytes;
}

/** Whether the file has this number for an entry, in so many digits: one made from min and max gets written. */
function isWritten({ table, spans }: TableDocument, index: number, value: number): boolean {
  const isThere = (spans.valueEnd[index] ?? 0) > (spans.valueStart[index] ?? 0);
  return isThere && rangeOf(table.values[index] ?? NaN, table.quantity) === rangeOf(value, table.quantity);
}
