import type { Progress } from '../../core/run/engine.js';
import { calibrate } from '../../core/run/calibrate.js';
import type { CalibrateRequest, Calibration } from '../../core/run/calibration.js';
import type { RunOrder } from '../order.js';
import { subjectOf } from '../subjectOf.js';

export interface CalibrateOrder extends RunOrder {
  readonly request: CalibrateRequest;
}

export interface CalibrateAnswer extends Calibration {
  /** How many samples there were. */
  readonly inputs: number;
}

/** Finds ranges. */
export async function calibrateJob(order: CalibrateOrder, progress: Progress): Promise<CalibrateAnswer> {
  const subject = subjectOf(order, progress);
  return { ...(await calibrate(subject, order.request)), inputs: subject.samples.length };
}
