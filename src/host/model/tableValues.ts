/** What a run says of a table's tensors, shown in the table itself. */
import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { borrowValues } from '../editor/values/borrowValues.js';
import { baseName } from '../ui/baseName.js';
import type { HostServices } from '../ui/services.js';
import { damageLabels } from './damageLabels.js';
import type { KeptRun } from './runStore.js';

/** The column of what each tensor does to the outputs. */
export function showDamage(run: KeptRun, openFiles: OpenFiles): void {
  const table = vscode.Uri.parse(run.asked.table);
  openFiles.labels.set(table, 'outputs', damageLabels(run, baseName(vscode.Uri.parse(run.asked.model))));
}

/** Histograms of the run, from now on also when the table is opened again. */
export async function showHistograms(
  table: vscode.Uri,
  histograms: vscode.Uri,
  services: HostServices,
  openFiles: OpenFiles,
): Promise<void> {
  await services.valueSources.remember(table, histograms);
  const file = openFiles.fileOf(table);
  if (file?.content.kind === 'table') await borrowValues(file, histograms, services);
}

/** Takes back what was shown of a run. */
export async function hideRun(table: vscode.Uri, services: HostServices, openFiles: OpenFiles): Promise<void> {
  await services.valueSources.forget(table);
  openFiles.labels.set(table, 'outputs', null);
  openFiles.fileOf(table)?.showValues(null);
}
