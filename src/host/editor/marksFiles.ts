/** The file with a table's marks, beside it. */
import * as vscode from 'vscode';
import { utf8Bytes, utf8Text } from '../../core/bytes/bytes.js';
import { MARKS_ENDING, marksText, readMarks, type Marks } from '../../core/marks/marks.js';
import { baseName } from '../ui/baseName.js';
import { writeFile } from '../ui/writeFile.js';
import { t } from '../../core/texts/translate.js';
import { messageOf } from '../../core/texts/messageOf.js';

export function marksUri(table: vscode.Uri): vscode.Uri {
  return table.with({ path: `${table.path}${MARKS_ENDING}` });
}

/** The table that marks belong to. */
export function tableOfMarks(marks: vscode.Uri): vscode.Uri {
  return marks.with({ path: marks.path.slice(0, -MARKS_ENDING.length) });
}

/** A table's marks; none where there is no file. Throws Error with a sentence for a file that can't be read as marks. */
export async function marksOf(table: vscode.Uri): Promise<Marks> {
  // What a query tells apart, as VS Code's git does versions, is the same file at any path.
  if (table.query !== '') return new Map();
  const uri = marksUri(table);
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => null);
  if (!bytes) return new Map();
  try {
    return readMarks(utf8Text(bytes));
  } catch (error) {
    throw new Error(t`"${baseName(uri)}" can't be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Writes a table's marks. Throws Error with a sentence. */
export async function saveMarks(table: vscode.Uri, marks: Marks): Promise<void> {
  await writeFile(marksUri(table), utf8Bytes(marksText(marks)));
}
