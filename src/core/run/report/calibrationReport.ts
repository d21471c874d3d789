/** What a calibration has to say, in sentences. */
import type { Calibration, CalibrationMethod, TuneReport } from '../calibration.js';
import { decibelText } from './decibelText.js';
import { t } from '../../texts/translate.js';

/** Said wherever ranges of a run are shown or written. */
export const NOT_TENSORRTS = t`These are not the ranges of TensorRT's own calibrator, which is closed and calibrates the fused network; the names are those of the ONNX model's tensors.`;

/** More decibels between what inputs say, and one set of them tells little of others. */
const WIDE_SPREAD = 3;

export function calibrationLines(
  { tensors, left, largestIn, tune, inputs, notes }: Calibration & { readonly inputs: number },
  method: CalibrationMethod,
): string[] {
  const [most] = largestIn;
  const clipped = tensors.filter(({ clippedShare }) => clippedShare > 0).length;
  return [
    ...notes,
    t`${method} on ${inputs} ${inputs === 1 ? t`input` : t`inputs`}: ${tensors.length} tensors, ${clipped} of them clipped.`,
    ...(most && inputs > 1
      ? [
          t`"${most.input}" holds the largest value of ${most.tensors} of ${tensors.length} tensors: without it they would be narrower.`,
        ]
      : []),
    ...left.map(({ name, why }) => t`no entry for "${name}": ${why}.`),
    ...(tune ? tuneLines(tune) : []),
  ];
}

function tuneLines({ start, before, after, changed, runs, isCut, verdict, gains, isTaken }: TuneReport): string[] {
  const [least, most] = [Math.min(...gains), Math.max(...gains)];
  const gainText = gains.map((gain) => `${gain >= 0 ? '+' : ''}${gain.toFixed(2)}`).join(', ');
  return [
    t`tuning began with ${start} and changed ${changed.length} tensors in ${runs} runs${isCut ? t`; the time was over before everything was tried` : ''}.`,
    t`outputs on both halves of the inputs: ${before.map(decibelText).join(t` and `)} before, ${after.map(decibelText).join(t` and `)} after.`,
    gains.length === 0
      ? t`there was no time to judge it by inputs that took no part.`
      : t`gained on inputs that took no part (${verdict}): ${gainText} dB.`,
    ...(gains.length > 1 && most - least > WIDE_SPREAD
      ? [t`these differ by ${(most - least).toFixed(1)} dB: more inputs are needed to tell.`]
      : []),
    isTaken ? t`the tuned ranges are taken.` : t`that is no gain: the ranges are those of ${start}.`,
  ];
}
