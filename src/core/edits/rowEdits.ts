/** Entries that are duplicated, or moved in the file: each as one change of it. */
import { applySplice, joinBytes, spliceBetween } from '../bytes/splice.js';
import { entryEnds } from '../table/table.js';
import type { Edit, TableDocument } from '../formats/format.js';
import { manyEdits, type ManyEdits } from './manyEdits.js';
import { t } from '../texts/translate.js';

export const ROW_ACTIONS = ['duplicate', 'moveUp', 'moveDown'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** What an action comes to for some entries. Throws RangeError for an index out of bounds. */
export function rowEdits(document: TableDocument, action: RowAction, indices: readonly number[]): ManyEdits {
  const sorted = [...new Set(indices)].sort((a, b) => a - b);
  const { length } = document.table.names;
  if (sorted.some((index) => index >= length)) throw new RangeError(t`The table has no such entry.`);
  if (!document.format.edit) return { problem: t`${document.format.label}s can't be edited here.` };
  return action === 'duplicate'
    ? manyEdits(document, duplicates(document, sorted))
    : moved(document, orderAfter(sorted, length, action === 'moveUp' ? -1 : 1));
}

/** A copy below each entry, under a name that is free: `conv1_copy`, `conv1_copy2`. */
function duplicates({ table }: TableDocument, indices: readonly number[]): Edit[] {
  const taken = new Set(table.names);
  return indices.map((from, before) => {
    const name = freeName(table.names[from] ?? '', taken);
    taken.add(name);
    const ends = entryEnds(table, from) ?? undefined;
    return { kind: 'insert', index: from + before + 1, name, value: table.values[from] ?? NaN, ends };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const copy = `${name}_copy`;
  let free = copy;
  for (let number = 2; taken.has(free); number++) free = `${copy}${number}`;
  return free;
}

/** Old indices in their new order, each of those that move one place further; what stands at the edge stays, and those behind it. */
function orderAfter(indices: readonly number[], length: number, step: -1 | 1): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  const moving = new Set(indices);
  for (const index of step < 0 ? indices : [...indices].reverse()) {
    const beside = index + step;
    if (beside < 0 || beside >= length || moving.has(order[beside] ?? -1)) continue;
    order[index] = order[beside] ?? 0;
    order[beside] = index;
  }
  return order;
}

/** The bytes of entries change places; what stands between entries (line ends, commas, comments) stays where it is. */
function moved(document: TableDocument, order: Uint32Array): ManyEdits {
  const { bytes, spans, table, format } = document;
  const first = order.findIndex((from, at) => from !== at);
  if (first < 0) return { problem: t`The entries stand at the edge of the file.` };
  const last = order.findLastIndex((from, at) => from !== at);
  const parts: Uint8Array[] = [bytes.subarray(0, spans.start[first])];
  for (let at = first; at <= last; at++) {
    const from = order[at] ?? 0;
    parts.push(bytes.subarray(spans.start[from], spans.end[from]));
    parts.push(bytes.subarray(spans.end[at], at === last ? bytes.length : spans.start[at + 1]));
  }
  const splice = spliceBetween(bytes, joinBytes(parts));
  const after = format.read(applySplice(bytes, splice)).table;
  const isMoved =
    after.names.length === table.names.length &&
    order.every((from, at) => after.names[at] === table.names[from] && Object.is(after.values[at], table.values[from]));
  return isMoved
    ? { splice }
    : { problem: t`Entries of this file can not change places: it would read as something else.` };
}
