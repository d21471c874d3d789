/** What is asked of a ranking, and what it says: plain data. */
import type { Histogram } from '../activations/histogram.js';
import type { PlacementMode, Unplaced } from '../model/place/placement.js';
import type { CalibrationTable } from '../table/table.js';
import type { WeightSpread } from './weightSpread.js';

export interface RankRequest {
  readonly table: CalibrationTable;
  readonly placement: PlacementMode;
  /** Names of nodes and tensors that stay in float for the measure "without these". */
  readonly without: readonly string[];
  /** Decibels that a proposal has to reach; null for none. */
  readonly reach: number | null;
  /** What an earlier run of the same table on the same inputs said of its tensors: they are not measured again. */
  readonly known?: readonly RankedTensor[];
  /** Whether the answer has what the values of the table's tensors look like. */
  readonly histograms?: boolean;
}

/** A tensor that gets a pair. */
export interface RankedTensor {
  readonly name: string;
  /** Index of the table's entry. */
  readonly entry: number;
  /** ±range that the table gives it. */
  readonly range: number;
  /** Largest |x| that was seen. */
  readonly amax: number;
  /** Signal to noise of the tensor itself. */
  readonly localDb: number;
  /** Signal to noise of the outputs that it reaches, when it alone is quantized. */
  readonly aloneDb: number;
  readonly clippedShare: number;
  /** Layers that read the pair. */
  readonly nodes: readonly string[];
}

export interface Ranking extends Overall {
  /** Worst first, by `aloneDb`. */
  readonly tensors: readonly RankedTensor[];
  readonly proposal: Proposal | null;
  readonly weights: readonly WeightSpread[];
  /** Names to leave out that the model does not have. */
  readonly unknown: readonly string[];
  /** What was done to the model before, in sentences. */
  readonly notes: readonly string[];
  /** Usable entries that get no pair in this model. */
  readonly unplaced: readonly Unplaced[];
}

/** A ranking with the values of the table's tensors, placed or not, where they were asked for. */
export interface RankingWithValues extends Ranking {
  readonly values: readonly TensorValues[];
}

/** What the values of a tensor looked like over all inputs. */
export interface TensorValues {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly histogram: Histogram;
}

/** Decibels of the outputs: their mean, and each. */
export interface Overall {
  readonly all: number;
  readonly activationsOnly: number;
  readonly weightsOnly: number;
  /** With the tensors and layers of the request in float; null where none were named. */
  readonly without: number | null;
  readonly outputs: readonly { readonly name: string; readonly all: number; readonly without: number | null }[];
}

export interface Proposal {
  /** Tensors to leave in float, in the order in which they were chosen. */
  readonly names: readonly string[];
  /** The layers that read them. */
  readonly nodes: readonly string[];
  /** Decibels of the outputs after each step. */
  readonly steps: readonly number[];
  readonly isReached: boolean;
}
