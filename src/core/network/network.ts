/** A network as table names need it: inputs and layers in file order, with the tensors they read and write. */

export type NetworkKind = 'caffe' | 'onnx';

export interface NetworkLayer {
  readonly name: string;
  /** The operator, as the file spells it: `InnerProduct`, `Conv`. */
  readonly type: string;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  /** Caffe's Power: what it adds. */
  readonly shift?: number;
  /** Caffe's convolutions: their groups, where it is more than one. */
  readonly groups?: number;
  /** What of its parameters decides how many TensorRT layers it becomes (Caffe's Reduction). */
  readonly reduction?: { readonly operation: string; readonly coefficient: number };
}

/**
 * Whether a tensor that is no plain floating-point one can have a scale. `no`: arithmetic on shapes, sequences,
 * optionals. `maybe`: integers or booleans made of data, for which TensorRT may complain of a missing scale
 * all the same, tensors whose type can't be told, and those that nothing reads.
 */
export type Calibrated = 'maybe' | 'no';

export interface Network {
  readonly kind: NetworkKind;
  readonly name: string;
  /** Tensors that the network is fed, in file order. */
  readonly inputs: readonly string[];
  /** How many of the inputs are `input` fields of Caffe's, for all of which NVDLA's parser takes the first one's name. */
  readonly inputFields?: number;
  /** In file order, those left out that neither TensorRT nor NVDLA take. Caffe's Input is one where it comes after another: it takes its blob over. */
  readonly layers: readonly NetworkLayer[];
  /** Tensors that are constants (weights), which have no layer of their own. */
  readonly constants: ReadonlySet<string>;
  /** What of its tensors a table can't hold, or not for sure; those that are not in it hold floating-point numbers. */
  readonly calibrated: ReadonlyMap<string, Calibrated>;
  /** Names of what else is in it: tensors of branches, loops and functions, nodes that make constants. */
  readonly otherNames: ReadonlySet<string>;
  /** True when it says itself how it is quantized (Q/DQ pairs), so that no table is read. */
  readonly quantizesItself: boolean;
  /** Sentences about the file that its user should know. */
  readonly notes: readonly string[];
}

/** Reads one kind of network file. */
export interface NetworkReader {
  readonly kind: NetworkKind;
  /** Endings of its files' names, without the dot. */
  readonly extensions: readonly string[];
  /** Whether a file is of this kind, right or broken. */
  recognises(bytes: Uint8Array, file: string): boolean;
  /** Throws NetworkError when the file is broken or holds no network. */
  read(bytes: Uint8Array, file: string): Network;
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
