/** What is known of readers that share their ways with numbers that are no usable scales. */
import type { OddNumbers } from './format.js';
import { t } from '../texts/translate.js';

/** Tables whose numbers end up in TensorRT, whatever carries them there. */
export const TENSORRT_ODD_NUMBERS: OddNumbers = {
  zero: t`it has no documented meaning; TensorRT 8.0 builds with it, 8.5 aborts.`,
  infinite: t`builds break on it.`,
  nan: t`builds break on it.`,
  negative: t`TensorRT's reader in trtexec throws on it.`,
};

/** onnxruntime takes the number for both ends of a range and hands it to TensorRT. */
export const ONNXRUNTIME_ODD_NUMBERS: OddNumbers = {
  ...TENSORRT_ODD_NUMBERS,
  negative: t`onnxruntime keeps the larger end of a range without its sign, so no value of this tensor was above zero; the JSON beside the file has the range.`,
};

/** Listings are read by people; what is said is what any quantization makes of such a number. */
export const ANY_ODD_NUMBERS: OddNumbers = {
  zero: t`no value can be quantized with it.`,
  infinite: t`no value can be quantized with it.`,
  nan: t`no value can be quantized with it.`,
  negative: t`a quantization step is above zero.`,
};
