import * as vscode from 'vscode';
import { safe, safeText } from '../../core/render/safe.js';
import { askNewFile } from '../ui/ask.js';
import { tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { writeFile } from '../ui/writeFile.js';
import { t } from '../../core/texts/translate.js';

/** Writes the histograms of a table's run where the user says, as onnxruntime's JSON. Throws Error with a sentence. */
export async function saveHistograms(table: vscode.Uri, { valueSources }: HostServices): Promise<void> {
  const kept = valueSources.chosen(table);
  const bytes = kept && (await Promise.resolve(vscode.workspace.fs.readFile(kept)).catch(() => null));
  if (!bytes) throw new Error(t`The histograms are no longer kept: run the model again.`);
  const target = await askNewFile({
    title: safe`Save the histograms, as onnxruntime's JSON`,
    defaultUri: vscode.Uri.joinPath(table, '..', 'calibration.json'),
    filters: { JSON: ['json'] },
  });
  if (!target) return;
  await writeFile(target, bytes);
  tellInStatusBar(safe`Saved ${safeText(vscode.workspace.asRelativePath(target))}`, 5000);
}
