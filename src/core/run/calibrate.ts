/** Ranges from a model and its inputs. They are not those of TensorRT's own calibrator, which is closed and sees the fused network. */
import { amaxOf, type Activations } from '../activations/collector.js';
import { clippedShare } from '../activations/damage.js';
import type { CalibratedTensor, CalibrateRequest, Calibration } from './calibration.js';
import { measurableTensors } from './measurable.js';
import { modelNotes } from './notes.js';
import { profile } from './profile.js';
import { rangeOf } from './rangeOf.js';
import type { Subject } from './subject.js';
import { tune } from './tune.js';

/** Calibrates. Throws errors with sentences for models, inputs and requests that can't be taken. */
export async function calibrate(subject: Subject, request: CalibrateRequest): Promise<Calibration> {
  const tensors = measurableTensors(subject.model);
  // MinMax asks for nothing but ends.
  const histograms = request.method === 'minmax' && !request.histograms ? 'ends' : true;
  const { activations, time } = await profile(subject, { tensors, histograms });
  const tuned = request.method === 'tune' ? await tune(subject, activations, request) : null;
  const method = request.method === 'tune' ? (tuned?.plain ?? 'minmax') : request.method;
  const entries: CalibratedTensor[] = [];
  const left: { name: string; why: string }[] = [];
  for (const [name, values] of activations) {
    const range = tuned?.ranges.get(name) ?? rangeOf(values, method, request.percentile);
    if (typeof range === 'string') left.push({ name, why: range });
    else entries.push(entryOf(name, values, range));
  }
  return {
    tensors: entries,
    left,
    largestIn: largestIn(subject, activations),
    tune: tuned?.report ?? null,
    notes: modelNotes(subject.model, false),
    histograms: request.histograms
      ? [...activations].flatMap(([name, { histogram }]) => (histogram ? [{ name, histogram }] : []))
      : [],
    time,
  };
}

function entryOf(name: string, values: Activations, range: number): CalibratedTensor {
  const { min, max, histogram } = values;
  const amax = amaxOf(values);
  return {
    name,
    amax,
    range,
    clippedShare: range >= amax || !histogram ? 0 : clippedShare(histogram, range),
    min,
    max,
  };
}

function largestIn(
  { samples }: Subject,
  activations: ReadonlyMap<string, Activations>,
): { input: string; tensors: number }[] {
  const counts = samples.map(({ label }) => ({ input: label, tensors: 0 }));
  for (const values of activations.values()) {
    const amax = amaxOf(values);
    const first = amax > 0 ? counts[values.amaxes.indexOf(amax)] : undefined;
    if (first) first.tensors++;
  }
  return counts.filter(({ tensors }) => tensors > 0).sort((a, b) => b.tensors - a.tensors);
}
