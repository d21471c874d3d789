/** What is asked of a calibration, and what it gives: plain data. */
import type { Histogram } from '../activations/histogram.js';
import type { Method } from '../activations/thresholds/index.js';
import type { PlacementMode } from '../model/place/placement.js';

export type CalibrationMethod = Method | 'tune';

export interface CalibrateRequest {
  readonly method: CalibrationMethod;
  /** For `percentile`; above 0, up to 100. */
  readonly percentile?: number;
  /** For `tune`: which uses of tensors are quantized while trying. */
  readonly placement: PlacementMode;
  /** For `tune`: ±ranges to start from besides those of the methods, by name. */
  readonly from?: ReadonlyMap<string, number>;
  /** For `tune`: the tensors whose ranges may change; without it all of them. */
  readonly only?: ReadonlySet<string>;
  /** Whether histograms are part of the answer. */
  readonly histograms: boolean;
}

/** A tensor that gets an entry. */
export interface CalibratedTensor {
  readonly name: string;
  /** Largest |x| that was seen. */
  readonly amax: number;
  /** ±range that the method gives. */
  readonly range: number;
  readonly clippedShare: number;
  /** Smallest and largest value that was seen. */
  readonly min: number;
  readonly max: number;
}

/** A search by the outputs: what was tried, what came of it, and what inputs that took no part in it say. */
export interface TuneReport {
  /** The plain method that it began with, or `table`. */
  readonly start: string;
  /** Decibels of the outputs of both halves of the inputs, before and after. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  readonly changed: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** Runs of the model. */
  readonly runs: number;
  /** True when the time was over before everything was tried. */
  readonly isCut: boolean;
  /** How inputs that took no part were chosen. */
  readonly verdict: 'held out' | 'left out in turn';
  /** Decibels that tuning gained on them against the best plain method: one number, or one each time that some were left out. */
  readonly gains: readonly number[];
  /** Whether the tuned ranges are the answer; else the plain method's are. */
  readonly isTaken: boolean;
}

export interface Calibration {
  readonly tensors: readonly CalibratedTensor[];
  /** Tensors without an entry. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
  /** How many tensors have their largest |x| in each input, most first. */
  readonly largestIn: readonly { readonly input: string; readonly tensors: number }[];
  readonly tune: TuneReport | null;
  /** What is to be known of the model, in sentences. */
  readonly notes: readonly string[];
  /** By name, where they were asked for. */
  readonly histograms: readonly { readonly name: string; readonly histogram: Histogram }[];
  /** Milliseconds: in all of the pass over the inputs, and of these our counting. */
  readonly time: { readonly all: number; readonly counting: number };
}
