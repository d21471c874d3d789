import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { openTable } from '../editor/openTable.js';
import { pickNetwork } from '../network/pickNetwork.js';
import { activeFile } from '../ui/activeFile.js';
import { baseName } from '../ui/baseName.js';
import { pickTable } from '../ui/pickTable.js';
import { askInputs } from './askInputs.js';
import type { RankPanel } from './rankPanel.js';
import type { ModelServices } from './modelServices.js';
import { inputsIn, type InputsAsked, type RunAsked } from './runAsked.js';

/** Answers that a caller gives in place of a user. */
export interface AnalyzeOptions {
  readonly model: vscode.Uri;
  readonly inputs: InputsAsked;
}

/** Asks what a table is to be measured by; undefined: cancelled. Throws Error with a sentence. */
export async function askRun(
  uri: vscode.Uri | undefined,
  options: AnalyzeOptions | undefined,
  { services, networks, choices, openFiles }: ModelServices,
): Promise<RunAsked | undefined> {
  const table = uri ?? activeFile() ?? (await pickTable(services, safe`Analyze: choose a table`));
  if (!table) return undefined;
  const title = safe`Analyze "${baseName(table)}": run which ONNX model?`;
  const model = options?.model ?? (await pickNetwork(table, networks, title, { onlyOnnx: true }));
  const inputs = options?.inputs ?? (model && (await askInputs(model, choices.inputs(table))));
  if (!model || !inputs) return undefined;
  await choices.remember(table, inputs);
  // Its columns fill as soon as the run is over.
  await openTable(table, openFiles);
  return { table: table.toString(), model: model.toString(), inputs, others: [] };
}

/** Measures the table of a view again, on inputs that the user chooses. */
export async function analyzeOtherInputs(panel: RankPanel, { choices }: ModelServices): Promise<void> {
  const inputs = await askInputs(vscode.Uri.parse(panel.asked.model), choices.inputs(panel.table));
  if (!inputs) return;
  await choices.remember(panel.table, inputs);
  const problem = await panel.measure({ ...panel.asked, inputs });
  if (problem) throw new Error(problem);
}

/** The answers that a caller gives; menus pass other things here. */
export function optionsOf(argument: unknown): AnalyzeOptions | undefined {
  const { model, inputs } = (argument ?? {}) as { model?: unknown; inputs?: unknown };
  const asked = inputsIn(inputs);
  return model instanceof vscode.Uri && asked ? { model, inputs: asked } : undefined;
}
