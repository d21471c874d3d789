/** A network as table names need it: inputs and layers in file order, with the tensors they read and write. */

export type NetworkKind = 'caffe' | 'onnx';

export interface NetworkLayer {
  readonly name: string;
  /** The operator, as the file spells it: `InnerProduct`, `Conv`. */
  readonly type: string;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  /** What of its parameters decides how many TensorRT layers it becomes (Caffe's Reduction). */
  readonly reduction?: { readonly operation: string; readonly coefficient: number };
}

export interface Network {
  readonly kind: NetworkKind;
  readonly name: string;
  /** Tensors that the network is fed, in file order. */
  readonly inputs: readonly string[];
  /** In file order, those left out that neither TensorRT nor NVDLA take. */
  readonly layers: readonly NetworkLayer[];
  /** Tensors that are constants (weights), which have no layer of their own. */
  readonly constants: ReadonlySet<string>;
  /** Sentences about the file that its user should know. */
  readonly notes: readonly string[];
}

/** A network file that can't be read: what is wrong, and on which line (from 1) where that is known. */
export class NetworkError extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
    readonly line: number | null = null,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`);
    this.name = 'NetworkError';
  }
}
