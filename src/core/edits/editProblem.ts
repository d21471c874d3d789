import { brokenProblem } from './brokenProblem.js';
import { parseHeader } from '../table/header.js';
import { storedProblem } from '../table/input.js';
import type { CalibrationTable } from '../table/table.js';
import type { Edit, TableDocument, TableFormat } from '../formats/format.js';
import { t } from '../texts/translate.js';

/** Why an edit must not be made, as a sentence for the user, or null. The host asks this whatever the view has checked. */
export function editProblem(document: TableDocument, edit: Edit): string | null {
  const { format } = document;
  if (!format.edit) return t`${format.label}s can't be edited here.`;
  return (
    ownProblem(document, format, edit) ??
    firstNameProblem(document.table, format, edit) ??
    brokenProblem(document, edit)
  );
}

/** The same for a rename that is one of several, without asking whether another entry has the name: `twinProblem` asks for all. */
export function nameProblem({ table, format }: TableDocument, edit: Edit & { readonly kind: 'rename' }): string | null {
  return format.nameProblem?.(edit.name) ?? firstNameProblem(table, format, edit);
}

/** In a cache without a header, the first line must not read as one. */
function firstNameProblem({ names, header }: CalibrationTable, format: TableFormat, edit: Edit): string | null {
  if (!format.hasHeader || header.raw !== null || edit.kind === 'header' || edit.index !== 0) return null;
  const first = edit.kind === 'delete' ? names[1] : edit.kind === 'set' ? names[0] : edit.name;
  return first !== undefined && parseHeader(`${first}: `).kind !== 'unknown'
    ? t`"${first}" would be the first line of a table without a header, and read as one: give the table a header first.`
    : null;
}

function ownProblem({ table }: TableDocument, format: TableFormat, edit: Edit): string | null {
  switch (edit.kind) {
    case 'set':
      return storedProblem(edit.value, table.quantity);
    case 'insert':
      return newNameProblem(table, format, edit.name, -1) ?? storedProblem(edit.value, table.quantity);
    case 'rename':
      return newNameProblem(table, format, edit.name, edit.index);
    case 'header':
      return headerProblem(format, edit.raw);
    case 'delete':
      return null;
  }
}

function newNameProblem({ names }: CalibrationTable, format: TableFormat, name: string, own: number): string | null {
  const twin = names.findIndex((other, index) => other === name && index !== own);
  return format.nameProblem?.(name) ?? (twin < 0 ? null : t`Entry ${twin + 1} has this name already.`);
}

function headerProblem(format: TableFormat, raw: string): string | null {
  if (!format.hasHeader) return t`${format.label}s have no header.`;
  if (/[\r\n]/.test(raw)) return t`A header is one line.`;
  const known = parseHeader(raw).kind !== 'unknown';
  return known ? null : t`TensorRT expects a header like "TRT-8601-EntropyCalibration2".`;
}
