import type * as vscode from 'vscode';
import type { Edit } from '../../core/formats/format.js';
import { counted } from '../../core/render/counts.js';
import { safe } from '../../core/render/safe.js';
import type { CalibrationTable } from '../../core/table/table.js';
import { numbersOf } from '../../core/transfer/merge.js';
import type { EntryRef } from '../../core/diff/byHand.js';
import { baseName } from '../ui/baseName.js';
import { openTable } from '../editor/openTable.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { readTable } from '../editor/readTable.js';
import { tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { t } from '../../core/texts/translate.js';

/** An entry, and the one of the other table whose value it takes. */
export interface Taken {
  readonly own: EntryRef;
  readonly other: EntryRef;
}

/** Gives entries of a table the values of their partners in another one, as one undoable edit of the open table. Throws Error with a sentence when it can't be made. */
export async function takeRows(
  into: vscode.Uri,
  from: vscode.Uri,
  rows: readonly Taken[],
  services: HostServices,
  openFiles: OpenFiles,
): Promise<void> {
  const other = (await readTable(from, services)).table;
  const file = await openTable(into, openFiles);
  if (file?.content.kind !== 'table') return;
  const { table, format } = file.content.document;
  if (!format.edit)
    throw new Error(
      t`"${baseName(into)}" can't be edited here: it is ${format.label}. Convert it to another kind first.`,
    );
  const edits = rows.flatMap(({ own, other: source }): Edit[] =>
    isThere(table, own) && isThere(other, source)
      ? [{ kind: 'set', index: own.index, ...numbersOf(other, source.index, table.quantity, format) }]
      : [],
  );
  if (edits.length < rows.length)
    throw new Error(t`The files have changed since they were compared: look at the rows again.`);
  const problem = await file.applyAll(edits, t`Take Values`);
  if (problem !== null) throw new Error(problem);
  tellInStatusBar(safe`${baseName(into)}: took ${counted(edits.length, t`value`, t`values`)}, not saved yet`, 8000);
}

function isThere({ names }: CalibrationTable, { index, name }: EntryRef): boolean {
  return names[index] === name;
}
