/** Entries put back as they were saved, byte for byte. */
import { applySplice, joinSplices, spliceBetween, spliceOf } from '../bytes/splice.js';
import type { TableDocument } from '../formats/format.js';
import { updated } from '../formats/update/updated.js';
import { manyEdits, type ManyEdits } from './manyEdits.js';
import { t } from '../texts/translate.js';

interface SavedEntry {
  readonly index: number;
  /** Its index in the saved table; -1 for one that is not in it. */
  readonly from: number;
}

/** What putting entries back comes to: each gets the bytes that it was saved with, and what was not there goes. */
export function restored(document: TableDocument, saved: TableDocument, entries: readonly SavedEntry[]): ManyEdits {
  const back = putBack(
    document,
    saved,
    entries.filter(({ from }) => from >= 0),
  );
  if ('problem' in back) return back;
  const { splice } = back;
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

function putBack(document: TableDocument, saved: TableDocument, entries: readonly SavedEntry[]): ManyEdits {
  // Such an entry is no stretch of the file: name and number are put back.
  if (document.format.editTogether)
    return manyEdits(
      document,
      entries.flatMap(({ index, from }) => [
        { kind: 'set', index, value: saved.table.values[from] ?? NaN },
        { kind: 'rename', index, name: saved.table.names[from] ?? '' },
      ]),
    );
  const bytesOf = ({ bytes, spans }: TableDocument, index: number): Uint8Array =>
    bytes.subarray(spans.start[index], spans.end[index]);
  const splices = entries.map(({ index, from }) =>
    spliceOf(
      document.bytes,
      document.spans.start[index] ?? 0,
      document.spans.end[index] ?? 0,
      bytesOf(saved, from).slice(),
    ),
  );
  return { splice: joinSplices(document.bytes, splices) };
}
