/** What a TensorRT build tells of itself, in a log or in the engine inspector's JSON. Names are as TensorRT printed them. */

/** What became of the calibration cache. */
export type CacheState =
  /** It was read. */
  | 'accepted'
  /** TensorRT said that it can't take it. */
  | 'refused'
  /** The build calibrated, or used placeholder ranges, without reading one. */
  | 'not-read'
  /** The source doesn't tell. */
  | 'unknown';

/** A layer of the engine. Datatypes are `int8`, `fp32`, `fp16`, … as in {@link datatypeOf}; null where nothing tells. */
export interface BuildLayer {
  readonly name: string;
  readonly type: string;
  /** The type of what it reads; of several inputs the first that is not INT8. */
  readonly input: string | null;
  /** The type of its weights; null without weights. */
  readonly weights: string | null;
  /** The type of what it writes; of several outputs the first that is not INT8. */
  readonly output: string | null;
  readonly device: 'GPU' | 'DLA';
  /** The nodes of the ONNX model that it was made of. */
  readonly onnx: readonly string[];
  /** Names of the tensors that it reads and writes. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Of a reformat: `QDQ` for a Q or DQ that stayed, `REFORMAT` for a conversion that TensorRT put in. */
  readonly origin: string | null;
}

/** A tensor at an end of a layer. */
export interface End {
  readonly name: string;
  readonly datatype: string | null;
}

/** A layer as one line of a text tells it, with the tensors at its ends. */
export interface EngineLine {
  readonly layer: BuildLayer;
  readonly ends: readonly End[];
}

/** A tensor of the engine. */
export interface BuildTensor {
  readonly name: string;
  /** The network's tensor that it is: its name without what TensorRT added. */
  readonly tensor: string;
  /** `int8` where it is INT8 at any end; null where nothing tells. */
  readonly datatype: string | null;
  /** The scale that TensorRT printed, six digits; null where it printed none. */
  readonly scale: number | null;
}

/** A tensor without a scale, and the layers that lost INT8 kernels for that. */
export interface MissingTensor {
  readonly name: string;
  readonly layers: readonly string[];
}

export interface Build {
  readonly kind: 'log' | 'inspector';
  /** `8.6.1`, or null. */
  readonly trtVersion: string | null;
  /** The calibrator as printed, or null. */
  readonly algorithm: string | null;
  readonly cache: { readonly path: string | null; readonly state: CacheState };
  readonly layers: readonly BuildLayer[];
  readonly tensors: readonly BuildTensor[];
  /** True when `tensors` holds every tensor that got a scale, or every tensor of the engine: what is not there, is absent. */
  readonly listsTensors: boolean;
  readonly missing: readonly MissingTensor[];
  /** Tensors that TensorRT found to be 0 everywhere. */
  readonly zero: readonly string[];
  /** Inputs of a Concat that TensorRT removed: they take the scale of its output. */
  readonly overridden: ReadonlyMap<string, { readonly by: string; readonly scale: number | null }>;
  /** Ranges that were set by name: `Setting dynamic range for X to [low,high]`. */
  readonly ranges: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  /** Sentences on the source itself. */
  readonly notes: readonly string[];
}
