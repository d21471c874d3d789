/** Which uses of which tensors get a Q/DQ pair, which layers stay in float, and why: plain data, for reports and reviews. */
import type { ModelNode } from '../model.js';

export type Reason = 'weighted' | 'residual' | 'addition' | 'average' | 'every';
export type PlacementMode = 'tensorrt' | 'every';

/** Scales by the names of tensors, as a table gives them. */
export interface Scales {
  /** Finite, above zero and no denormal; float32 values. */
  readonly usable: ReadonlyMap<string, number>;
  /** Why the entry of a name can't be used. */
  readonly unusable: ReadonlyMap<string, string>;
}

export interface PlacementOptions {
  readonly placement: PlacementMode;
  /** Names of nodes and tensors that stay in float. */
  readonly exclude?: ReadonlySet<string>;
  readonly perTensorWeights?: boolean;
}

/** An input of a node that reads the pair instead of the tensor. */
export interface PairUse {
  readonly node: ModelNode;
  readonly input: number;
  readonly why: Reason;
}

export interface ActivationPair {
  readonly tensor: string;
  readonly scale: number;
  readonly uses: readonly PairUse[];
}

export interface WeightPair {
  readonly tensor: string;
  /** Null: one scale for the tensor. */
  readonly axis: number | null;
  readonly scales: Float32Array;
  readonly uses: readonly { readonly node: ModelNode; readonly input: number }[];
  /** The operators whose weights they are; behind a Transpose not those that read the pair. */
  readonly owners: readonly ModelNode[];
}

export interface LeftLayer {
  readonly node: ModelNode;
  readonly why: string;
}

export interface Unplaced {
  readonly name: string;
  readonly why: string;
}

export interface Placement {
  readonly pairs: readonly ActivationPair[];
  readonly weights: readonly WeightPair[];
  /** Layers that could have been quantized and stay in float, in the order of the model. */
  readonly left: readonly LeftLayer[];
  /** Usable entries that have no pair. */
  readonly unplaced: readonly Unplaced[];
  /** Inputs of operators with weights for which there is no entry. */
  readonly missing: readonly string[];
}
