import type { ConversionAnswer } from '../core/answers/shapes.js';

export interface DiffOptions {
  /** |log2 ratio| up to which two scales count as the same; what is only rounding always does. */
  readonly threshold?: number;
  /** What the answer calls the two. */
  readonly names?: readonly [old: string, next: string];
}

export interface ConvertOptions {
  /** The network that the table belongs to (.prototxt, .onnx): names are mapped by its layers. The name tells its kind. */
  readonly network?: { readonly bytes: Uint8Array; readonly name: string };
  /** Write although the network needs entries that the table lacks. */
  readonly allowMissing?: boolean;
  /** For a target with a header, such as `8.6.1`; else the source's. */
  readonly trtVersion?: string;
  /** Such as `EntropyCalibration2`; else the source's. */
  readonly algorithm?: string;
}

export interface Converted {
  /** The new file. */
  readonly bytes: Uint8Array;
  readonly report: ConversionAnswer;
}
