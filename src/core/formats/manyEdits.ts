/** Several edits as one change of the file, for what a user means as one step. */
import { applySplice, joinSplices, spliceBetween, type Splice } from '../splice.js';
import { editProblem } from './edits.js';
import type { Edit, TableDocument, TableFormat } from './format.js';

/** The one splice (null: the file already says all that), or why one of the edits can't be made. */
export type ManyEdits = { readonly splice: Splice | null } | { readonly problem: string };

/** What several edits, made one after the other, come to. Throws RangeError for an index out of bounds. */
export function manyEdits(document: TableDocument, format: TableFormat, edits: readonly Edit[]): ManyEdits {
  return areIndependent(edits) ? together(document, format, edits) ?? oneByOne(document, format, edits) : oneByOne(document, format, edits);
}

/** None moves the entry of a later one: then all can be made on the document as it is, which is read only once. */
function areIndependent(edits: readonly Edit[]): boolean {
  const indices = edits.map((edit) => (edit.kind === 'set' || edit.kind === 'delete' ? edit.index : -1));
  const fromTheEnd = edits.some(({ kind }) => kind === 'delete');
  return indices.every((index, i) => index >= 0 && (i === 0 || (fromTheEnd ? index < (indices[i - 1] ?? 0) : index > (indices[i - 1] ?? 0))));
}

/** Null where the edits share bytes, such as the comma between two members of an object. */
function together(document: TableDocument, format: TableFormat, edits: readonly Edit[]): ManyEdits | null {
  const splices: Splice[] = [];
  for (const edit of edits) {
    const problem = editProblem(document, format, edit);
    if (problem !== null) return { problem };
    const splice = format.edit?.(document, edit);
    if (splice) splices.push(splice);
  }
  return overlap(splices) ? null : { splice: joinSplices(document.bytes, splices) };
}

function overlap(splices: readonly Splice[]): boolean {
  const sorted = [...splices].sort((a, b) => a.offset - b.offset);
  return sorted.some(({ offset, removed }, i) => offset + removed.length > (sorted[i + 1]?.offset ?? Infinity));
}

function oneByOne(before: TableDocument, format: TableFormat, edits: readonly Edit[]): ManyEdits {
  let document = before;
  for (const edit of edits) {
    const problem = editProblem(document, format, edit);
    if (problem !== null) return { problem };
    const splice = format.edit?.(document, edit);
    if (splice) document = format.read(applySplice(document.bytes, splice));
  }
  return { splice: document === before ? null : spliceBetween(before.bytes, document.bytes) };
}
