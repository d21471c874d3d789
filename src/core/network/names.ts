/** The names under which TensorRT and NVDLA keep the scales of a network's tensors. */

/** A tensor of the network as TensorRT names it. */
export interface NetworkTensor {
  readonly name: string;
  /** Number of the TensorRT layer that writes it; null for a network input, and where numbers are not known (ONNX). */
  readonly number: number | null;
  /** TensorRT's word for that layer's type, or null for an input. */
  readonly type: string | null;
  /** True when the network has a name for it; false for `(Unnamed Layer* i) …`. */
  readonly named: boolean;
}

/** An entry of a table that is kept by layer: what nvdla_compiler asks for. */
export interface LayerEntry {
  readonly name: string;
  readonly kind: 'input' | 'layer';
  /** Index of the tensor whose scale it holds, or null when the layer writes none. */
  readonly tensor: number | null;
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

/** Whether two type words mean the same layer; spellings vary by TensorRT's version. */
export function sameLayerType(a: string, b: string): boolean {
  return looseType(a) === looseType(b);
}

/** Case, spaces and signs aside; plugin versions and the two Concat spellings are one. */
export function looseType(type: string): string {
  const word = type.toLowerCase().replace(/[^a-z]/g, '');
  if (word.startsWith('plugin')) return 'plugin';
  return word.startsWith('concat') ? 'concat' : word;
}
