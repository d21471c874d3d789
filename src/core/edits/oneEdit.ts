import { editProblem } from './editProblem.js';
import type { ManyEdits } from './manyEdits.js';
import type { Edit, TableDocument } from '../formats/format.js';

/** What an edit comes to. Throws RangeError for an index out of bounds. */
export function oneEdit(document: TableDocument, edit: Edit): ManyEdits {
  const problem = editProblem(document, edit);
  return problem === null ? { splice: document.format.edit?.(document, edit) ?? null } : { problem };
}
