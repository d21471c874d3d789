/** Several edits as one change of the file, for what a user means as one step. */
import { joinSplices, spliceBetween, type Splice } from '../bytes/splice.js';
import { isBroken } from './brokenProblem.js';
import { editProblem, nameProblem } from './editProblem.js';
import { twinProblem } from './renames.js';
import type { Edit, TableDocument } from '../formats/format.js';
import { updated } from '../formats/update/updated.js';

/** The one splice (null: the file already says all that), or why one of the edits can't be made. */
export type ManyEdits = { readonly splice: Splice | null } | { readonly problem: string };

/** What several edits, made one after the other, come to. Throws RangeError for an index out of bounds. */
export function manyEdits(document: TableDocument, edits: readonly Edit[]): ManyEdits {
  const independent = isBroken(document)
    ? null
    : (inPlace(edits) ?? deletions(edits) ?? valuesAndInsertions(edits, document.table.names.length));
  return (independent && together(document, independent)) ?? oneByOne(document, edits);
}

/** New values and names, no more than one of each for an entry: no entry moves, and names may change places. */
function inPlace(edits: readonly Edit[]): readonly Edit[] | null {
  const keys = edits.map((edit) => (edit.kind === 'set' || edit.kind === 'rename' ? `${edit.kind} ${edit.index}` : ''));
  return keys.every((key) => key !== '') && new Set(keys).size === keys.length ? edits : null;
}

/** Deletions (and new values) from the end on: none moves the entry of a later one, so all can be made on the document as it is, which is read only once. */
function deletions(edits: readonly Edit[]): readonly Edit[] | null {
  const indices = edits.map((edit) => (edit.kind === 'set' || edit.kind === 'delete' ? edit.index : -1));
  return indices.every((index, i) => index >= 0 && index < (indices[i - 1] ?? Infinity)) ? edits : null;
}

/** New values and then new entries, each from the beginning on, as edits of the document as it is: an entry's index without those added before it. */
function valuesAndInsertions(edits: readonly Edit[], count: number): readonly Edit[] | null {
  const values = edits.filter((edit) => edit.kind === 'set');
  const entries = edits
    .slice(values.length)
    .filter((edit) => edit.kind === 'insert')
    .map((edit, before) => ({ ...edit, index: edit.index - before }));
  const namesDiffer = new Set(entries.map(({ name }) => name)).size === entries.length;
  const rising =
    values.every(({ index }, i) => edits[i]?.kind === 'set' && index > (values[i - 1]?.index ?? -1)) &&
    entries.every(({ index }, i) => index >= (entries[i - 1]?.index ?? 0));
  const isAll = values.length + entries.length === edits.length && (count > 0 || entries.length === 0);
  return isAll && rising && namesDiffer ? [...values, ...entries] : null;
}

/** Null where the edits share bytes, such as the comma between two members of an object. */
function together(document: TableDocument, edits: readonly Edit[]): ManyEdits | null {
  const renames = edits.filter((edit) => edit.kind === 'rename');
  const twin =
    renames.length > 0
      ? twinProblem(document.table.names, new Map(renames.map(({ index, name }) => [index, name])))
      : null;
  if (twin) return { problem: `${document.table.names[twin.index] ?? ''}: ${twin.problem}` };
  const { format } = document;
  const splices: Splice[] = [];
  for (const edit of edits) {
    const problem = edit.kind === 'rename' ? nameProblem(document, edit) : editProblem(document, edit);
    if (problem !== null) return { problem };
    const splice = format.editTogether ? null : format.edit?.(document, edit);
    if (splice) splices.push(splice);
  }
  if (format.editTogether) return { splice: format.editTogether(document, edits) };
  return overlap(splices) ? null : { splice: joinSplices(document.bytes, splices) };
}

function overlap(splices: readonly Splice[]): boolean {
  const sorted = [...splices].sort((a, b) => a.offset - b.offset);
  return sorted.some(({ offset, removed }, i) => offset + removed.length > (sorted[i + 1]?.offset ?? Infinity));
}

function oneByOne(before: TableDocument, edits: readonly Edit[]): ManyEdits {
  let document = before;
  for (const edit of edits) {
    const problem = editProblem(document, edit);
    if (problem !== null) return { problem };
    const splice = document.format.edit?.(document, edit);
    if (splice) document = updated(document, splice).document;
  }
  return { splice: document === before ? null : spliceBetween(before.bytes, document.bytes) };
}
