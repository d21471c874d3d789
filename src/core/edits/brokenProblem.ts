/** Edits of files that are broken in one place, where the rest could be read as something else afterwards. */
import { applySplice } from '../bytes/splice.js';
import type { Edit, TableDocument } from '../formats/format.js';
import { t } from '../texts/translate.js';

/** Why an edit of a broken file can't be made, or null: it is tried, and must read back as it says. */
export function brokenProblem(document: TableDocument, edit: Edit): string | null {
  if (!isBroken(document)) return null;
  try {
    const splice = document.format.edit?.(document, edit);
    if (!splice || readsBack(document, document.format.read(applySplice(document.bytes, splice)), edit)) return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return t`The file is broken, and this can't be changed in it: ${error.message}`;
  }
  return t`The file is broken, and with this change it would read as something else: mend it as text first.`;
}

/** Whether edits of a document have to be tried one by one. */
export function isBroken({ table, findings, format }: TableDocument): boolean {
  const unreadable = findings.some(({ rule, index }) => rule === 'unreadable-line' && index === null);
  return format.isFragile === true && (unreadable || table.names.length === 0);
}

function readsBack(before: TableDocument, after: TableDocument, edit: Edit): boolean {
  const names = [...before.table.names];
  const values = [...before.table.values];
  if (edit.kind === 'set') values[edit.index] = edit.value;
  if (edit.kind === 'rename') names[edit.index] = edit.name;
  if (edit.kind === 'insert' || edit.kind === 'delete') {
    const isNew = edit.kind === 'insert';
    names.splice(edit.index, isNew ? 0 : 1, ...(isNew ? [edit.name] : []));
    values.splice(edit.index, isNew ? 0 : 1, ...(isNew ? [edit.value] : []));
  }
  return (
    names.length === after.table.names.length &&
    names.every((name, i) => name === after.table.names[i] && Object.is(values[i], after.table.values[i]))
  );
}
