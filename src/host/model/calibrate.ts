/** *Calibrate…*: from a model and inputs to a table that is open, or to a Q/DQ model. */
import * as vscode from 'vscode';
import { graphOf } from '../../core/model/graph.js';
import { readModel } from '../../core/model/model.js';
import { hasPairs } from '../../core/model/qdq/pairs.js';
import { counted } from '../../core/render/counts.js';
import { safe } from '../../core/render/safe.js';
import { calibrationLines, NOT_TENSORRTS } from '../../core/run/report/calibrationReport.js';
import type { CalibrateAnswer } from '../../engine/jobs/calibrateJob.js';
import { readTable } from '../editor/readTable.js';
import { pickNetwork } from '../network/pickNetwork.js';
import { writeNewFile } from '../transfer/newFile.js';
import { section } from '../transfer/reportSection.js';
import { askFile } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { withSlowProgress } from '../ui/progress.js';
import { askCalibrated, askGoal, askMethod, type GoalAsked, type MethodAsked } from './askCalibration.js';
import { askInputs } from './askInputs.js';
import { calibrationFile } from './calibrationFile.js';
import type { ModelServices } from './modelServices.js';
import { tensorsOf } from './rankTables.js';
import { inputsText, type InputsAsked } from './runAsked.js';
import { runCalibration } from './runCalibration.js';
import { t } from '../../core/texts/translate.js';

interface Asked {
  /** The table that is there already; null where a model was chosen by itself. */
  readonly table: vscode.Uri | null;
  readonly model: vscode.Uri;
  readonly inputs: InputsAsked;
  readonly method: MethodAsked;
  readonly goal: GoalAsked;
  readonly target: vscode.Uri;
}

/** From the first question to the last message. Throws Error with a sentence. @param file a table, or a model by its name */
export async function calibrate(file: vscode.Uri | undefined, shared: ModelServices): Promise<void> {
  const asked = await ask(file, shared);
  if (!asked) return;
  const { table, model, inputs, method, goal, target } = asked;
  const { services } = shared;
  if (!goal.format) await refusePairs(model);
  const from = table && method.method === 'tune' ? (await tensorsOf(table, model, services)).table : undefined;
  const answer = await runCalibration({ model, inputs, ...method, ...(from && { from }) }, services);
  if (!answer) return;
  if (answer.tensors.length === 0) throw new Error(t`"${baseName(model)}": no tensor has values other than 0.`);
  const made = await withSlowProgress(safe`Writing ${baseName(target)}`, () =>
    calibrationFile(answer.tensors, goal, model, services),
  );
  if (!made) return;
  await writeNewFile({ source: model, sourceIs: t`the model`, target, mayOverwrite: true }, made.content);
  if (goal.format) await vscode.commands.executeCommand('calibrationTables.openAsTable', target);
  await shared.reports.tell(
    {
      severity: made.notes.length > 0 ? 'warning' : 'info',
      message: safe`Calibrated ${counted(answer.tensors.length, t`tensor`, t`tensors`)} by ${method.method} on ${inputsText(inputs, answer.inputs)}: "${baseName(target)}". It is not what TensorRT's own calibrator gives.`,
      details: detailsOf(asked, answer, made.notes),
    },
    goal.format && table ? { pair: [table, target] } : {},
  );
}

async function ask(file: vscode.Uri | undefined, shared: ModelServices): Promise<Asked | undefined> {
  const title = safe`Calibrate`;
  const isModel = file !== undefined && /\.onnx$/i.test(file.path);
  const table = file && !isModel && (await isTable(file, shared)) ? file : null;
  const model = isModel
    ? file
    : table
      ? await pickNetwork(table, shared.networks, safe`${title}: which ONNX model?`, { onlyOnnx: true })
      : await askFile(safe`${title}: choose the ONNX model`, { [t`ONNX models`]: ['onnx'] });
  if (!model) return undefined;
  const inputs = await askInputs(model, shared.choices.inputs(table ?? model));
  if (!inputs) return undefined;
  await shared.choices.remember(table ?? model, inputs);
  const method = await askMethod(safe`${title} "${baseName(model)}": how?`);
  const goal = method && (await askGoal(title));
  const target = goal && (await askCalibrated(model, goal));
  return method && goal && target ? { table, model, inputs, method, goal, target } : undefined;
}

/** Said before a run that takes minutes. Throws Error with a sentence. */
async function refusePairs(model: vscode.Uri): Promise<void> {
  if (hasPairs(graphOf(readModel(await vscode.workspace.fs.readFile(model)))))
    throw new Error(
      t`"${baseName(model)}" has Q/DQ pairs on activations already: calibrate the model without them ("Read Scales of Q/DQ Model…" writes it).`,
    );
}

/** The active editor may show anything. */
function isTable(file: vscode.Uri, { services }: ModelServices): Promise<boolean> {
  return readTable(file, services).then(
    () => true,
    () => false,
  );
}

function detailsOf(
  { model, inputs, target, method }: Asked,
  answer: CalibrateAnswer,
  notes: readonly string[],
): string {
  return [
    t`Calibration of ${baseName(model)}`,
    '',
    t`on  ${inputsText(inputs, answer.inputs)}`,
    t`to  ${target.toString(true)}`,
    '',
    NOT_TENSORRTS,
    ...calibrationLines(answer, method.method),
    ...section(
      t`What the new file does not say, or lacks`,
      notes.map((note) => `• ${note}`),
    ),
    ...section(
      t`Ranges, with the largest |x| that was seen`,
      answer.tensors.map(({ name, range, amax }) => t`• ${name}: ±${range} of ${amax}`),
    ),
    '',
  ].join('\n');
}
