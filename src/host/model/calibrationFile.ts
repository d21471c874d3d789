/** The file that a calibration becomes. */
import * as vscode from 'vscode';
import type { CalibratedTensor } from '../../core/run/calibration.js';
import { calibratedDocument } from '../../core/run/calibratedTable.js';
import { writableById } from '../../core/formats/index.js';
import type { Pieces } from '../../core/model/pieces.js';
import { headerLine } from '../../core/table/trtVersion.js';
import { writePlan } from '../../core/transfer/convert.js';
import { missingRows, planByName, planWithNetwork } from '../../core/transfer/plan.js';
import { readExternal } from '../platform/readExternal.js';
import { loadYardstick } from '../editor/yardstick/loadYardstick.js';
import { baseName } from '../ui/baseName.js';
import type { HostServices } from '../ui/services.js';
import type { GoalAsked } from './askCalibration.js';
import { t } from '../../core/texts/translate.js';

export interface CalibrationFile {
  readonly content: Uint8Array | Pieces;
  /** Sentences: what is missing in it, or can't be said by it. */
  readonly notes: readonly string[];
}

/** Makes it. Throws Error with a sentence. */
export async function calibrationFile(
  tensors: readonly CalibratedTensor[],
  goal: GoalAsked,
  model: vscode.Uri,
  services: HostServices,
): Promise<CalibrationFile> {
  if (!goal.format) return qdqModel(tensors, model, services);
  const { format, header } = goal;
  const document = calibratedDocument(tensors, format);
  if (format.keyedBy === 'tensor') {
    const { bytes, report } = writePlan(document, planByName(document, format), header);
    return { content: bytes, notes: [...report.lost, ...report.dropped.map(({ name, why }) => `${name}: ${why}`)] };
  }
  const { network } = await loadYardstick(model, services);
  if (!network) throw new Error(t`"${baseName(model)}" can't be read as a network.`);
  const plan = planWithNetwork(document, format, network);
  const { bytes, report } = writePlan(document, plan, header);
  return { content: bytes, notes: [...report.lost, ...missingRows(plan).map((name) => t`missing: ${name}`)] };
}

async function qdqModel(
  tensors: readonly CalibratedTensor[],
  model: vscode.Uri,
  { background }: HostServices,
): Promise<CalibrationFile> {
  const cache = writableById('tensorrt');
  const document = calibratedDocument(tensors, cache);
  // A cache carries the same float32 scales to the worker; its header says nothing in a model.
  const { bytes } = writePlan(document, planByName(document, cache), headerLine('8.6.1', 'EntropyCalibration2'));
  const order = {
    source: { bytes, path: 'calibrated.cache', label: 'calibrated.cache' },
    model: { bytes: await vscode.workspace.fs.readFile(model), label: baseName(model) },
    options: { placement: 'tensorrt' as const, exclude: [], perTensorWeights: false, replaceQdq: false },
  };
  const { pieces, report } = await background.run('writeQdq', order, { external: readExternal(model) });
  return { content: pieces, notes: report.unplaced.map(({ name, why }) => t`no pair for ${name}: ${why}`) };
}
