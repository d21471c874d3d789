import * as vscode from 'vscode';
import { safe, safeText, type SafeText } from '../../core/render/safe.js';
import type { CalibrationMethod } from '../../core/run/calibration.js';
import { NOT_TENSORRTS } from '../../core/run/report/calibrationReport.js';
import type { WritableFormat } from '../../core/formats/format.js';
import { WRITABLE_FORMATS } from '../../core/formats/index.js';
import { askNewHeader } from '../transfer/convert/convertHeader.js';
import { askNewFile, askOne, type Choice } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { t } from '../../core/texts/translate.js';
import { word } from '../../core/texts/words.js';

/** How ranges are chosen. */
export interface MethodAsked {
  readonly method: CalibrationMethod;
  readonly percentile?: number;
}

/** What a calibration becomes: a table, with its header line where it has one, or a Q/DQ model. */
export type GoalAsked = { readonly format: WritableFormat; readonly header: string | null } | { readonly format: null };

const METHODS: readonly (Choice & MethodAsked)[] = [
  {
    method: 'mse',
    label: safe`MSE`,
    detail: safe`The range with the least squared error of each tensor: a good start`,
  },
  {
    method: 'percentile',
    percentile: 99.99,
    label: safe`Percentile 99.99`,
    detail: safe`Cuts one value of ten thousand off: outliers do not set the range`,
  },
  {
    method: 'percentile',
    percentile: 99.999,
    label: safe`Percentile 99.999`,
    detail: safe`Cuts one of a hundred thousand off`,
  },
  { method: 'minmax', label: safe`MinMax`, detail: safe`The largest |x|: nothing is clipped` },
  {
    method: 'entropy',
    label: safe`Entropy`,
    detail: safe`The least divergence of distributions; the worst for outputs with small tails`,
  },
  {
    method: 'tune',
    label: safe`Tune by the Outputs`,
    detail: safe`Begins with the best of these, then tries each range by what the outputs say: up to five minutes`,
  },
];

/** Undefined: cancelled. */
export function askMethod(title: SafeText): Thenable<MethodAsked | undefined> {
  return askOne(METHODS, { title, placeHolder: safeText(NOT_TENSORRTS), matchOnDetail: true });
}

/** Undefined: cancelled. */
export async function askGoal(title: SafeText): Promise<GoalAsked | undefined> {
  interface Item extends Choice {
    readonly format: WritableFormat | null;
  }
  const tables = WRITABLE_FORMATS.map((format): Item => ({
    label: safeText(format.label),
    description: safe`.${format.extensions[0] ?? ''} · by ${word(format.keyedBy)}`,
    format,
  }));
  const model: Item = { label: safe`Q/DQ model`, description: safe`.onnx · for TensorRT 11`, format: null };
  const items = [...tables.slice(0, 1), model, ...tables.slice(1)];
  const chosen = await askOne(items, { title, placeHolder: safe`As what?`, matchOnDescription: true });
  if (!chosen) return undefined;
  if (!chosen.format) return { format: null };
  if (!chosen.format.hasHeader) return { format: chosen.format, header: null };
  const header = await askNewHeader(title);
  return header === undefined ? undefined : { format: chosen.format, header };
}

/** Where it goes, beside the model; undefined: cancelled. */
export function askCalibrated(model: vscode.Uri, { format }: GoalAsked): Thenable<vscode.Uri | undefined> {
  const stem = baseName(model)
    .replace(/\.onnx$/i, '')
    .toLowerCase();
  const name = format ? `${stem || 'calib'}.${format.extensions[0] ?? 'cache'}` : `${stem}-qdq.onnx`;
  return askNewFile({
    title: format ? safe`Write the calibrated table` : safe`Write the calibrated model`,
    saveLabel: t`Write`,
    defaultUri: vscode.Uri.joinPath(model, '..', name),
    filters: format
      ? { [format.label]: format.extensions, [t`All Files`]: ['*'] }
      : { [t`ONNX models`]: ['onnx'], [t`All Files`]: ['*'] },
  });
}
