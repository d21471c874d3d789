import type * as vscode from 'vscode';
import { parseHeader, type TableHeader } from '../../../core/table/header.js';
import { algorithmStatement, reuseBetween } from '../../../core/table/reuse.js';
import { openTable } from '../../editor/openTable.js';
import type { OpenFiles } from '../../editor/openFiles.js';
import { activeFile } from '../../ui/activeFile.js';
import { askNewHeader } from '../convert/convertHeader.js';
import { safe, safeLines, safeText } from '../../../core/render/safe.js';
import { registerCommand } from '../../ui/commands.js';
import { askInDialog } from '../../ui/notify.js';
import type { HostServices } from '../../ui/services.js';
import { t } from '../../../core/texts/translate.js';

/** *Change Version and Algorithm…*: another header line for a cache, everything else untouched, as an undoable edit. */
export function registerHeaderCommand(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  return registerCommand(services, 'changeHeader', async (uri?: vscode.Uri) => {
    const target = uri ?? activeFile();
    const open = target && openFiles.fileOf(target);
    const file = open ?? (target && (await openTable(target, openFiles)));
    if (file?.content.kind !== 'table' || !file.content.document.format.hasHeader)
      throw new Error(t`Only a TensorRT cache has a version and an algorithm to change.`);
    const raw = await askNewHeader(safe`Change Version and Algorithm`);
    if (raw === undefined || !(await confirm(file.content.document.table.header, parseHeader(raw)))) return;
    const problem = await file.apply({ kind: 'header', raw }, file.revision);
    if (problem !== null) throw new Error(problem);
  });
}

/** Says what is known of using the table under the new version before its header claims it. */
async function confirm(before: TableHeader, after: TableHeader): Promise<boolean> {
  const { statements } = reuseBetween(before, after);
  const algorithm = algorithmStatement(before, after);
  const lines = [
    ...(algorithm === null ? [] : [algorithm]),
    ...statements.map(({ text, basis }) => `${text} (${basis})`),
  ];
  if (lines.length === 0) return true;
  const proceed = t`Change Header`;
  const message = safe`Change "${before.raw ?? t`no header`}" to "${after.raw ?? ''}"?`;
  const detail = safeLines([
    safe`The scales stay as they are: a new header does not calibrate anew.`,
    safe``,
    ...lines.map((line) => safeText(`• ${line}`)),
  ]);
  return (await askInDialog('warning', { message, detail, buttons: [proceed] })) === proceed;
}
