/** The registry of formats, and the answer to "what is this file?". */
import { aimet } from './aimet/aimet.js';
import { csv, tsv } from './delimited.js';
import { FOREIGN_KINDS } from './detect/foreign.js';
import type { TableFormat, WritableFormat } from './format.js';
import { markdown } from './markdown.js';
import { mqbench, ppq, qdqTranslator, tao } from './paths/formats.js';
import { ncnn } from './ncnn.js';
import { nvdla } from './nvdla/nvdla.js';
import { onnxruntimeFlatbuffers } from './onnxruntime/flatbuffers.js';
import { onnxruntimeJson } from './onnxruntime/json.js';
import { onnxruntimeText } from './onnxruntime/text.js';
import { onnxQdq } from './onnxQdq.js';
import { sampleOf } from './detect/sample.js';
import { tensorrt } from './tensorrt/tensorrt.js';
import { tensorrtRanges } from './tensorrtRanges.js';
import { trtLog } from './trtLog.js';
import { tpuMlir } from './tpuMlir.js';
import { t } from '../texts/translate.js';

/** Every format that can be read. */
export const FORMATS: readonly TableFormat[] = [
  tensorrt,
  nvdla,
  tensorrtRanges,
  onnxruntimeFlatbuffers,
  onnxruntimeJson,
  onnxruntimeText,
  tpuMlir,
  ncnn,
  mqbench,
  ppq,
  tao,
  qdqTranslator,
  aimet,
  trtLog,
  onnxQdq,
  csv,
  tsv,
];

/** Every format that a table can be converted to. */
export const WRITABLE_FORMATS: readonly WritableFormat[] = [...FORMATS.filter(isWritable), markdown];

/** A file that is no calibration table: what it is, for people. */
export interface Foreign {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly text: boolean;
  /** What to do with it, where that is another thing than to leave it alone. */
  readonly advice?: string;
}

export type Detection =
  { readonly kind: 'table'; readonly format: TableFormat } | { readonly kind: 'foreign'; readonly foreign: Foreign };

/** Below this a detector is guessing. */
const SURE_ENOUGH = 0.5;

/** What a file is, by its content; the name (or path) is only a hint. Always answers. */
export function detect(bytes: Uint8Array, name: string): Detection {
  const sample = sampleOf(bytes, name);
  const [best] = FORMATS.map((format) => ({ format, score: format.detect(sample) })).sort((a, b) => b.score - a.score);
  const foreign = FOREIGN_KINDS.find(({ test }) => test(sample));
  if (best && best.score >= SURE_ENOUGH && !(best.score < 1 && foreign?.id === 'camera-calibration'))
    return { kind: 'table', format: best.format };
  if (!foreign) throw new Error('The last foreign kind takes everything.');
  const { id, label, hint, text, advice } = foreign;
  return { kind: 'foreign', foreign: { id, label, hint, text, ...(advice === undefined ? {} : { advice }) } };
}

/** The readable format with this id. Throws RangeError when there is none. */
export function formatById(id: string): TableFormat {
  return byId(FORMATS, id);
}

/** The writable format with this id. Throws RangeError when there is none. */
export function writableById(id: string): WritableFormat {
  return byId(WRITABLE_FORMATS, id);
}

function byId<T extends { readonly id: string }>(formats: readonly T[], id: string): T {
  const format = formats.find((candidate) => candidate.id === id);
  if (!format)
    throw new RangeError(t`There is no format "${id}" here (known: ${formats.map((known) => known.id).join(', ')}).`);
  return format;
}

function isWritable(format: TableFormat): format is TableFormat & WritableFormat {
  return format.write !== undefined && format.nameProblem !== undefined;
}
