import * as vscode from 'vscode';
import { alignTables } from '../../core/diff/align.js';
import type { TableDocument } from '../../core/formats/format.js';
import { mergeEdits } from '../../core/merge.js';
import { entryBits, entryScale, type CalibrationTable } from '../../core/table.js';
import { activeFile } from '../commands/activeFile.js';
import { pickTable } from '../commands/pickTable.js';
import { told } from '../commands/told.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { openTable } from '../editor/openTable.js';
import { readTable } from '../readTable.js';
import type { HostServices } from '../services.js';

interface Item extends vscode.QuickPickItem { readonly name: string }

/** *Take Values From…*: another table's values for chosen tensors, as one undoable edit of the open document. */
export function registerMergeCommand(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  return vscode.commands.registerCommand('calibrationTables.takeValues', (uri?: vscode.Uri, from?: unknown) => told(async () => {
    const target = uri ?? activeFile() ?? (await pickTable('Take values: choose the table to change'));
    const file = target && (await openTable(target, openFiles));
    if (!target || file?.content.kind !== 'table') return;
    const other = from instanceof vscode.Uri ? from : await pickTable(`Take values into "${vscode.workspace.asRelativePath(target)}" from…`, target);
    if (!other) return;
    const { table } = (await readTable(other, services)).document;
    const names = await choose(file.content.document, table, vscode.workspace.asRelativePath(other));
    if (!names) return;
    const { edits, replaced, added } = mergeEdits(file.content.document, table, { changed: false, added: false, names });
    const problem = file.applyAll(edits, 'Take Values');
    if (problem !== null) throw new Error(problem);
    vscode.window.setStatusBarMessage(`Took ${replaced.length} values and ${added.length} new entries from ${vscode.workspace.asRelativePath(other)}`, 8000);
  }));
}

/** Lets the user choose among what differs: changed entries are chosen at first, new ones are not. */
async function choose(document: TableDocument, other: CalibrationTable, from: string): Promise<Set<string> | undefined> {
  const items = differences(document.table, other);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(`Nothing differs: "${from}" has the same scales.`);
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, matchOnDescription: true, title: `Take values from ${from}`, placeHolder: 'Type to filter; which entries?' });
  return chosen?.length ? new Set(chosen.map(({ name }) => name)) : undefined;
}

function differences(table: CalibrationTable, other: CalibrationTable): Item[] {
  const { matches, added } = alignTables(table, other);
  const changed = matches
    .filter(({ oldIndex, newIndex, confidence }) => confidence >= 0.5 && entryBits(table, oldIndex) !== entryBits(other, newIndex))
    .map(({ oldIndex, newIndex }): Item => {
      const [before, after] = [entryScale(table, oldIndex), entryScale(other, newIndex)];
      const name = table.names[oldIndex] ?? '';
      return { name, label: name, description: `${short(before)} → ${short(after)} (× ${short(after / before)})`, picked: true };
    });
  const fresh = added.map((index): Item => {
    const name = other.names[index] ?? '';
    return { name, label: `$(add) ${name}`, description: `new: ${short(entryScale(other, index))}` };
  });
  return [...changed, ...fresh];
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
