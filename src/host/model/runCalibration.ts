import type * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { rangeOf } from '../../core/table/quantization.js';
import type { CalibrationTable } from '../../core/table/table.js';
import type { CalibrateAnswer } from '../../engine/jobs/calibrateJob.js';
import { baseName } from '../ui/baseName.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import type { MethodAsked } from './askCalibration.js';
import { modelOrder, namedError } from './modelOrder.js';
import type { InputsAsked } from './runAsked.js';
import { told } from './runProgress.js';

/** Milliseconds after which a search stops with what it has reached. */
const TIME_LIMIT = 300_000;

export interface CalibrationAsked extends MethodAsked {
  readonly model: vscode.Uri;
  readonly inputs: InputsAsked;
  /** Tune: a table by names of tensors, to begin with besides what the methods give. */
  readonly from?: CalibrationTable;
  /** Tune: the tensors whose ranges may change. */
  readonly only?: ReadonlySet<string>;
}

/** Finds ranges. Undefined: cancelled. Throws Error with a sentence for what can't be run. */
export async function runCalibration(
  { model, inputs, method, percentile, from, only }: CalibrationAsked,
  services: HostServices,
): Promise<CalibrateAnswer | undefined> {
  try {
    return await withSlowProgress(safe`Calibrating ${baseName(model)}`, async (token, onShare) => {
      const isSearch = method === 'tune';
      const order = {
        ...(await modelOrder(model, inputs, isSearch ? TIME_LIMIT : null)),
        request: {
          ...{ method, placement: 'tensorrt' as const, histograms: false },
          ...(percentile !== undefined && { percentile }),
          ...(isSearch && from && { from: rangesOf(from) }),
          ...(isSearch && only && { only }),
        },
      };
      return services.modelRuns.run('calibrate', order, { token, progress: told(onShare) });
    });
  } catch (error) {
    throw namedError(model, error);
  }
}

function rangesOf({ names, values, quantity }: CalibrationTable): Map<string, number> {
  return new Map(names.map((name, i) => [name, rangeOf(values[i] ?? NaN, quantity)]));
}
