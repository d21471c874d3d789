import { documentOfAnswer } from '../core/answers/tableOfAnswer.js';
import type { TableAnswer } from '../core/answers/shapes.js';
import type { TableDocument } from '../core/formats/format.js';

/** The files behind answers: what a format keeps besides entries is not in the plain data. */
const documents = new WeakMap<TableAnswer, TableDocument>();

export function remember(answer: TableAnswer, document: TableDocument): TableAnswer {
  documents.set(answer, document);
  return answer;
}

/** The file that an answer is of; for a copy, one made of the data. */
export function documentOf(answer: TableAnswer): TableDocument {
  return documents.get(answer) ?? documentOfAnswer(answer);
}
