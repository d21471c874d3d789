/** The tables of one path each: where they keep their numbers, and what these are. `tensor_scales` and `int8_tensor_scales` differ by 127. */
import { finding } from '../../findings/finding.js';
import { TENSORRT_ODD_NUMBERS } from '../oddNumbers.js';
import { pathFormat } from './pathFormat.js';
import { t } from '../../texts/translate.js';

/** Readers that call `set_dynamic_range(-v, v)`. */
const UPSIDE_DOWN = { ...TENSORRT_ODD_NUMBERS, negative: t`its reader hands TensorRT a range that is upside down.` };

/** MQBench's `<model>_clip_ranges.json` for TensorRT; older releases lack the outer object. */
export const mqbench = pathFormat({
  id: 'mqbench',
  label: t`MQBench clip ranges`,
  fileNames: { sure: [], possible: ['*_clip_ranges.json', 'trt_clip_val.json'] },
  quantity: 'amax',
  paths: [['tensorrt', 'blob_range'], ['blob_range']],
  duplicates: 'last',
  oddNumbers: UPSIDE_DOWN,
  carriedNote: t`MQBench's range is 128 steps with its usual smallest code of -128, and 127 with symmetric_range; the file does not say which. TensorRT takes a 127th of it in either case: the training may have seen steps that are 0.8 % smaller.`,
});

/** OpenPPL PPQ's JSON for TensorRT. */
export const ppq = pathFormat({
  id: 'ppq',
  label: t`PPQ quantization table (TensorRT)`,
  fileNames: { sure: [], possible: ['quantized.json', 'INT8.json', 'int8.json'] },
  quantity: 'amax',
  paths: [['act_quant_info']],
  duplicates: 'last',
  oddNumbers: { ...TENSORRT_ODD_NUMBERS, negative: t`PPQ's reader takes the absolute value.` },
});

/** NVIDIA TAO's `--cal_json_file`: ranges, in spite of the member's name. */
export const tao = pathFormat({
  id: 'tao',
  label: t`NVIDIA TAO tensor ranges (tensor_scales)`,
  fileNames: { sure: [], possible: ['cal.json', '*.cal.json', 'calibration.json'] },
  quantity: 'amax',
  paths: [['tensor_scales']],
  duplicates: 'last',
  oddNumbers: UPSIDE_DOWN,
});

/** NVIDIA qdq_translator's `<model>_precision_config.json`: true scales. */
export const qdqTranslator = pathFormat({
  id: 'qdq-translator',
  label: t`NVIDIA qdq_translator precision configuration`,
  fileNames: { sure: [], possible: ['*_precision_config*.json'] },
  quantity: 'scale',
  paths: [['int8_tensor_scales']],
  lists: ['fp16_nodes'],
  duplicates: 'last',
  oddNumbers: TENSORRT_ODD_NUMBERS,
  notice: (value, place) => (value === 1 ? finding('marker-scale', MARKER, place) : null),
});

const MARKER = t`A scale of exactly 1 is what qdq_translator writes where a tensor has none (--add_unary_ew_scales_for_dla, for DLA 3.13 and later): a marker, no measurement.`;
