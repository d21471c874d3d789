/** Entries put back as they were saved, byte for byte. */
import { applySplice, joinSplices, spliceBetween, spliceOf } from '../bytes/splice.js';
import type { TableDocument } from '../formats/format.js';
import { updated } from '../formats/update/updated.js';
import { manyEdits, type ManyEdits } from './manyEdits.js';
import { t } from '../texts/translate.js';

/** What putting entries back comes to: each gets the bytes that it was saved with, and what was not there goes. */
export function restored(
  document: TableDocument,
  saved: TableDocument,
  entries: readonly { readonly index: number; readonly from: number }[],
): ManyEdits {
  const bytesOf = ({ bytes, spans }: TableDocument, index: number): Uint8Array =>
    bytes.subarray(spans.start[index], spans.end[index]);
  const splices = entries
    .filter(({ from }) => from >= 0)
    .map(({ index, from }) =>
      spliceOf(
        document.bytes,
        document.spans.start[index] ?? 0,
        document.spans.end[index] ?? 0,
        bytesOf(saved, from).slice(),
      ),
    );
  const splice = joinSplices(document.bytes, splices);
  const before = splice ? updated(document, splice).document : document;
  const isRestored = entries.every(
    ({ index, from }) => from < 0 || Object.is(before.table.values[index], saved.table.values[from]),
  );
  if (!isRestored || before.table.names.length !== document.table.names.length)
    return { problem: t`The entries can not be put back one by one: undo, or save and edit.` };
  const added = entries.filter(({ from }) => from < 0).map(({ index }) => index);
  if (added.length === 0) return { splice };
  const deleted = manyEdits(
    before,
    added.sort((a, b) => b - a).map((index) => ({ kind: 'delete', index })),
  );
  if ('problem' in deleted) return deleted;
  const after = deleted.splice ? applySplice(before.bytes, deleted.splice) : before.bytes;
  return { splice: spliceBetween(document.bytes, after) };
}
