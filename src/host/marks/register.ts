import * as vscode from 'vscode';
import { MARKS_ENDING, markLabel } from '../../core/marks/marks.js';
import type { OpenFiles } from '../editor/openFiles.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import { registerCommand, reporting } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import { copyMarks } from './copyMarks.js';
import { markEntries } from './markEntries.js';
import { marksOf, tableOfMarks } from '../editor/marksFiles.js';
import { t } from '../../core/texts/translate.js';

/** Marks on tensors: shown beside the entries of open tables, also when their file changes; set, and given to tools. */
export function registerMarks(
  services: HostServices,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): vscode.Disposable {
  const show = async (table: vscode.Uri): Promise<void> => {
    if (openFiles.fileOf(table)?.content.kind !== 'table') return;
    const marks = await reporting(services, () => marksOf(table));
    const labels = [...(marks ?? [])].map(([name, mark]) => [name, markLabel(mark)] as const);
    openFiles.labels.set(
      table,
      'mark',
      labels.length === 0
        ? null
        : {
            label: t`Mark`,
            hint: t`What somebody noted of the tensor, in the file beside the table`,
            names: labels.map(([name]) => name),
            texts: labels.map(([, text]) => text),
          },
    );
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/*${MARKS_ENDING}`);
  const look = (uri: vscode.Uri): void => void show(tableOfMarks(uri));
  openFiles.all.forEach(({ uri }) => void show(uri));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(look),
    watcher.onDidCreate(look),
    watcher.onDidDelete(look),
    openFiles.onDidOpen(({ uri }) => void show(uri)),
    registerCommand(services, 'markEntries', async (table?: vscode.Uri, names?: readonly string[]) => {
      if (!table || !names || names.length === 0) return;
      await markEntries(table, names);
      // A file outside of the workspace is not watched.
      await show(table);
    }),
    registerCommand(services, 'copyMarks', (table?: vscode.Uri) => copyMarks(table, { openFiles, networks, services })),
  );
}
