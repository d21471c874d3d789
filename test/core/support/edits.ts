/** What an edit must do to a list of entries, and that its splice is exact: shared by the tests of all formats. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit, TableDocument, EditableFormat } from '../../../src/core/formats/format.js';
import { applySplice, inverseSplice } from '../../../src/core/bytes/splice.js';
import { name, scale } from './arbitraries.js';

/** An edit before it is known how many entries there are: `place` from 0 to 1 becomes an index. */
export type Wish = {
  readonly kind: 'set' | 'insert' | 'delete' | 'rename';
  readonly place: number;
  readonly name: string;
  readonly value: number;
};

export const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('set', 'insert', 'delete', 'rename'),
  place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  name,
  value: scale,
});

/** The edit that a wish means in a table of `count` entries; an empty table can only be added to. */
export function editOf(wanted: Wish, count: number): Edit {
  const { kind, place, name: label, value } = wanted;
  if (kind === 'insert' || count === 0)
    return { kind: 'insert', index: Math.floor(place * (count + 1)), name: label, value };
  const index = Math.floor(place * count);
  if (kind === 'set') return { kind, index, value };
  return kind === 'rename' ? { kind, index, name: label } : { kind, index };
}

/** The list after the edit. */
export function expected<T>(list: readonly T[], edit: Edit, of: (edit: Edit) => T | undefined): T[] {
  const result = [...list];
  if (edit.kind === 'insert') result.splice(edit.index, 0, of(edit) as T);
  else if (edit.kind === 'delete') result.splice(edit.index, 1);
  else if (edit.kind !== 'header') result[edit.index] = of(edit) ?? (result[edit.index] as T);
  return result;
}

/**
 * Makes the edit and checks: the table is the expected one, the bytes around the splice stand as they stood,
 * and the inverse gives back the file byte for byte. Returns the new document.
 */
export function checkEdit(format: EditableFormat, document: TableDocument, edit: Edit): TableDocument {
  const { bytes, table } = document;
  const splice = format.edit(document, edit);
  const after = splice ? applySplice(bytes, splice) : bytes;
  const read = format.read(after);
  assert.deepEqual(
    read.table.names,
    expected(table.names, edit, (made) => ('name' in made ? made.name : undefined)),
  );
  assert.deepEqual(
    [...read.table.values],
    expected([...table.values], edit, (made) => ('value' in made ? made.value : undefined)),
  );
  if (splice) {
    assert.deepEqual(Buffer.from(applySplice(after, inverseSplice(splice))), Buffer.from(bytes));
    assertInside(document, edit, splice.offset, splice.offset + splice.removed.length);
  }
  return read;
}

/** What goes away lies inside the entry, or is the separator of an entry that is deleted. */
function assertInside({ bytes, spans, table }: TableDocument, edit: Edit, start: number, end: number): void {
  if (edit.kind === 'insert') return assert.equal(start, end, 'an insert removes nothing');
  if (edit.kind === 'header') return;
  const [first, last] = [spans.start[edit.index] ?? NaN, spans.end[edit.index] ?? NaN];
  if (edit.kind !== 'delete') return assert.ok(start >= first && end <= last, 'only bytes of the entry');
  assert.ok(start <= first && end >= last, 'the whole entry');
  const around = Buffer.concat([bytes.subarray(start, first), bytes.subarray(last, end)]).toString('latin1');
  assert.match(around, /^[\s,]*$/, 'beside it only separators');
  assert.ok(
    (around.match(/,/g) ?? []).length <= 1 && (table.format !== 'tensorrt' || (around.match(/\n/g) ?? []).length <= 1),
  );
}
