/** What is known of readers that share their ways with numbers that are no usable scales. */
import type { OddNumbers } from './format.js';

/** Tables whose numbers end up in TensorRT, whatever carries them there. */
export const TENSORRT_ODD_NUMBERS: OddNumbers = {
  zero: 'it has no documented meaning; TensorRT 8.0 builds with it, 8.5 aborts.',
  infinite: 'builds break on it.',
  nan: 'builds break on it.',
  negative: "TensorRT's reader in trtexec throws on it.",
};

/** onnxruntime takes the number for both ends of a range and hands it to TensorRT. */
export const ONNXRUNTIME_ODD_NUMBERS: OddNumbers = {
  ...TENSORRT_ODD_NUMBERS,
  negative:
    'onnxruntime keeps the larger end of a range without its sign, so no value of this tensor was above zero; the JSON beside the file has the range.',
};

/** Listings are read by people; what is said is what any quantization makes of such a number. */
export const ANY_ODD_NUMBERS: OddNumbers = {
  zero: 'no value can be quantized with it.',
  infinite: 'no value can be quantized with it.',
  nan: 'no value can be quantized with it.',
  negative: 'a quantization step is above zero.',
};
