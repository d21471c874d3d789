/** Calibration tables of formats that are recognised and named, but not read. */
import type { FormatId } from '../table.js';
import type { Sample } from './format.js';
import { isTrtTable } from './onnxruntimeFlatbuffers.js';

export interface RecognisedKind {
  readonly id: FormatId;
  readonly label: string;
  readonly hint: string;
  readonly text: boolean;
  readonly test: (sample: Sample) => boolean;
}

const DECIMAL = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const NAME_AMAX = new RegExp(String.raw`^\S+ ${DECIMAL}\s*$`);
const NAME_COLON_AMAX = new RegExp(String.raw`^[^:]+: ?${DECIMAL}\s*$`);
const NCNN_WEIGHTS = new RegExp(String.raw`^\S+_param_\d+(?: ${DECIMAL})+\s*$`);

export const RECOGNISED_KINDS: readonly RecognisedKind[] = [
  {
    id: 'tpu-mlir', label: 'a TPU-MLIR calibration table', hint: 'Thresholds with min and max, one op a line.', text: true,
    test: ({ lines }) => lines.some((line) => /^#\s*op_name\s+threshold\s+min\s+max/.test(line)),
  },
  {
    id: 'ncnn', label: 'an ncnn int8 table', hint: 'Reciprocals of scales, of each layer\'s weights and input.', text: true,
    test: ({ lines }) => lines.some((line) => NCNN_WEIGHTS.test(line)),
  },
  {
    id: 'onnxruntime-flatbuffers', label: 'an onnxruntime calibration table (FlatBuffers)', hint: 'Ranges, one a tensor.', text: false,
    test: ({ isText, bytes }) => !isText && isTrtTable(bytes),
  },
  {
    id: 'onnxruntime-json', label: 'an onnxruntime calibration table (JSON)', hint: 'Lowest and highest value of each tensor.', text: true,
    test: ({ json }) => isRangesJson(json),
  },
  {
    id: 'onnxruntime-text', label: 'an onnxruntime calibration table (text)',
    hint: 'It looks like a TensorRT cache and is none: TensorRT rejects it, and onnxruntime\'s TensorRT provider does not read it either.', text: true,
    test: ({ lines }) => mostLines(lines, NAME_AMAX),
  },
  {
    id: 'tensorrt-ranges', label: 'TensorRT per-tensor dynamic ranges', hint: 'Decimal ranges (not scales), one a tensor, as sampleINT8API reads them.', text: true,
    test: ({ lines }) => mostLines(lines, NAME_COLON_AMAX) && lines.some((line) => line.includes('.')),
  },
];

/** Nine of ten lines with content fit, and there is one. */
function mostLines(lines: readonly string[], pattern: RegExp): boolean {
  const content = lines.filter((line) => line.trim() !== '');
  return content.length > 0 && content.filter((line) => pattern.test(line)).length >= 0.9 * content.length;
}

/** `{ "tensor": [lowest, highest] }`, or objects tagged TensorData. */
function isRangesJson(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const members: unknown[] = Object.values(json);
  const isPair = (member: unknown): boolean => Array.isArray(member) && member.length === 2 && member.every((n) => typeof n === 'number');
  if (members.length > 0 && members.every(isPair)) return true;
  return JSON.stringify(json).includes('"CLS":"TensorData');
}
