/** The names under which TensorRT and NVDLA keep the scales of a network's tensors. */

import type { Calibrated } from '../network/network.js';

/** A tensor of the network as TensorRT names it. */
export interface NetworkTensor {
  readonly name: string;
  /** Number of the TensorRT layer that writes it; null for a network input, and where numbers are not known (ONNX). */
  readonly number: number | null;
  /** TensorRT's word for that layer's type, or null for an input. */
  readonly type: string | null;
  /** True when the network has a name for it; false for `(Unnamed Layer* i) …`. */
  readonly named: boolean;
  /** The blob that its layer writes, whether or not that name is still the tensor's at the end. */
  readonly blob?: string | null;
  /** True when a layer that adds none (Dropout, Flatten) ties its name to another: a change beside that layer can move the name to another tensor. */
  readonly tied?: boolean;
  /** Set where it holds no floating-point numbers, or may hold none: the table can do without it. */
  readonly calibrated?: Calibrated;
}

/** An entry of a table that is kept by layer: what nvdla_compiler asks for. */
export interface LayerEntry {
  readonly name: string;
  readonly kind: 'input' | 'layer';
  /** Index of the tensor whose scale it holds, or null when the layer writes none. */
  readonly tensor: number | null;
  /** Indices of the tensors that it reads, in its order; those of constants are left out. */
  readonly reads: readonly number[];
  /** The network's word for the layer's type; `Input` for an input. */
  readonly layerType: string;
}

export interface NetworkNames {
  /** Inputs, then each layer's outputs, in TensorRT's order. */
  readonly tensors: readonly NetworkTensor[];
  /** In the order in which nvdla_compiler asks. */
  readonly entries: readonly LayerEntry[];
  /** Layer types that NVDLA's parser does not know. */
  readonly unknownToNvdla: readonly string[];
}

/** A type word in a form to compare, as spellings vary by TensorRT's version. Case, spaces and signs aside; plugin versions, the two Concat spellings and PReLU's two are one. */
export function looseType(type: string): string {
  const word = type.toLowerCase().replace(/[^a-z]/g, '');
  if (word.startsWith('plugin')) return 'plugin';
  if (word === 'parametricrelu') return 'prelu';
  return word.startsWith('concat') ? 'concat' : word;
}
