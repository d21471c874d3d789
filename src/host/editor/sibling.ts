/** The JSON beside an onnxruntime table: what its ranges should be. */
import * as vscode from 'vscode';
import { understatedEdits } from '../../core/check/understated.js';
import type { TableDocument, TableFormat } from '../../core/formats/format.js';
import { siblingName } from '../../core/formats/siblingFile.js';
import { baseName } from '../ui/baseName.js';
import { escapeGlob } from '../ui/escapeGlob.js';
import { Debounced } from '../ui/debounced.js';
import type { HostServices } from '../ui/services.js';
import type { TableFile } from './tableFile.js';
import { findingsOf } from './findings.js';
import { readTable } from './readTable.js';
import { t } from '../../core/texts/translate.js';

/** Where the JSON of a table would be; null for a table of a kind that has none. */
export function siblingUri(table: vscode.Uri, format: TableFormat): vscode.Uri | null {
  const name = siblingName(baseName(table), format);
  return name === null ? null : vscode.Uri.joinPath(table, '..', name);
}

/** The JSON beside a table as it stands now; null where there is none, or none of its kind. */
export async function readSibling(
  table: vscode.Uri,
  format: TableFormat,
  services: HostServices,
): Promise<TableDocument | null> {
  const uri = siblingUri(table, format);
  const document = uri && (await readTable(uri, services).catch(() => null));
  return document?.format.id === format.siblingOf ? document : null;
}

/** Puts the JSON's ranges in the place of those that are too small, as one step. Throws Error when they can't be. */
export async function takeSiblingRanges(file: TableFile): Promise<void> {
  const { content, sibling } = file;
  if (content.kind !== 'table' || !sibling) return;
  const edits = understatedEdits(content.document, sibling, findingsOf(file));
  const problem = await file.applyAll(edits, t`Take Ranges`);
  if (problem !== null) throw new Error(problem);
}

/** Measures an open table by the JSON beside it, also once that changes, comes or goes. */
export function followSibling(file: TableFile, services: HostServices): vscode.Disposable {
  const { content } = file;
  const uri = content.kind === 'table' ? siblingUri(file.uri, content.document.format) : null;
  if (content.kind !== 'table' || !uri) return vscode.Disposable.from();
  const look = new Debounced(async () => {
    const sibling = await readSibling(file.uri, content.document.format, services);
    if (sibling ?? file.sibling) file.measureBeside(sibling);
  });
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), escapeGlob(baseName(uri)));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const schedule = (): void => look.schedule();
  void look.now();
  return vscode.Disposable.from(
    look,
    watcher,
    watcher.onDidChange(schedule),
    watcher.onDidCreate(schedule),
    watcher.onDidDelete(schedule),
  );
}
