/** Messages of the review of Q/DQ pairs: what a table's scales become in a model, before it is written. */
import type { QdqKind } from '../core/transfer/qdqKinds.js';
import { isIndex, isOneOf, isText, type Checks, type Readers, type Request } from './common.js';
import type { KeptReview } from './keptReview.js';

/** The plan. Row i is a layer or an entry: `kinds[i]`. */
export interface QdqMessage {
  readonly type: 'qdq';
  readonly tableFile: string;
  readonly modelFile: string;
  readonly placement: 'tensorrt' | 'every';
  readonly perTensorWeights: boolean;
  /** Entries of the table; of them so many have a pair. */
  readonly entries: number;
  readonly placed: number;
  /** Weight tensors with pairs of their own. */
  readonly weights: number;
  readonly kinds: readonly QdqKind[];
  readonly layers: readonly (string | null)[];
  readonly ops: readonly (string | null)[];
  readonly tensors: readonly (string | null)[];
  readonly scales: Float64Array;
  readonly whys: readonly string[];
  /** Nodes and tensors that the user leaves in float. */
  readonly excluded: readonly string[];
  /** Sentences on the conversion as a whole. */
  readonly warnings: readonly string[];
  readonly kept: KeptReview;
}

/** Leave nodes or tensors in float, or no longer. Before its answer comes the new `qdq`. */
export interface ExcludeMessage extends Request {
  readonly type: 'exclude';
  readonly names: readonly string[];
  readonly excluded: boolean;
}

/** Place pairs in another way. Before its answer comes the new `qdq`. */
export interface PlacementMessage extends Request {
  readonly type: 'placement';
  readonly placement: 'tensorrt' | 'every';
  readonly perTensorWeights: boolean;
}

export const PLACEMENTS = ['tensorrt', 'every'] as const;

export const QDQ_READERS = {
  exclude: ({ id, names, excluded }) =>
    isIndex(id) && Array.isArray(names) && names.every(isText) && typeof excluded === 'boolean'
      ? { type: 'exclude', id, names, excluded }
      : null,
  placement: ({ id, placement, perTensorWeights }) =>
    isIndex(id) && isOneOf(PLACEMENTS, placement) && typeof perTensorWeights === 'boolean'
      ? { type: 'placement', id, placement, perTensorWeights }
      : null,
} satisfies Readers<ExcludeMessage | PlacementMessage>;

export const QDQ_CHECKS = {
  qdq: ({ kinds, scales }) => Array.isArray(kinds) && scales instanceof Float64Array && scales.length === kinds.length,
} satisfies Checks<QdqMessage>;
