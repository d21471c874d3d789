/** What a run says of a table's tensors, shown in the table itself. */
import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { borrowValues } from '../editor/values/borrowValues.js';
import { baseName } from '../ui/baseName.js';
import type { HostServices } from '../ui/services.js';
import { damageLabels } from './damageLabels.js';
import type { ModelServices } from './modelServices.js';
import { inputsText } from './runAsked.js';
import type { KeptRun } from './runStore.js';
import { t } from '../../core/texts/translate.js';

/** The column of what each tensor does to the outputs, and what was run. */
export function showDamage(run: KeptRun, isOld: boolean, openFiles: OpenFiles): void {
  const table = vscode.Uri.parse(run.asked.table);
  const model = baseName(vscode.Uri.parse(run.asked.model));
  const old = isOld ? t` Table, model or inputs have changed since.` : '';
  openFiles
    .fileOf(table)
    ?.showMeasured(t`Measured by ${model} on ${inputsText(run.asked.inputs, run.answer.inputs)}.${old}`);
  openFiles.labels.set(table, 'outputs', damageLabels(run, model));
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

/** What is kept of the run that a table shows, with its name; null where it shows none. */
export async function keptRun(
  table: vscode.Uri,
  { choices, runs }: Pick<ModelServices, 'choices' | 'runs'>,
): Promise<{ readonly key: string; readonly run: KeptRun } | null> {
  const key = choices.run(table);
  const run = key === null ? null : await runs.load(key);
  return key !== null && run ? { key, run } : null;
}

/** Takes back what a table shows of a run, and forgets it. */
export async function forgetRun(table: vscode.Uri, shared: ModelServices): Promise<void> {
  const { services, openFiles, runs, choices } = shared;
  const kept = await keptRun(table, shared);
  if (kept) await runs.forget(kept.key);
  await choices.rememberRun(table, null);
  const source = services.valueSources.chosen(table);
  // Histograms that the user chose elsewhere are none of the run's.
  const areOurs = source !== undefined && runs.keyOf(source) !== null;
  if (areOurs) await services.valueSources.forget(table);
  openFiles.fileOf(table)?.showMeasured(null);
  openFiles.labels.set(table, 'outputs', null);
  if (areOurs) openFiles.fileOf(table)?.showValues(null);
}
