import assert from 'node:assert/strict';
import { applySplice, inverseSplice } from '../../../src/core/bytes/splice.js';
import { checkDocument } from '../../../src/core/check/index.js';
import type { Edit, TableDocument, TableFormat } from '../../../src/core/formats/format.js';
import { FORMATS } from '../../../src/core/formats/index.js';
import { rangesOf, summarize } from '../../../src/core/table/stats.js';
import { entryAt } from '../../../src/core/table/table.js';
import { hostileName } from '../names.js';
import type { Random } from '../random.js';
import { samplesLike, textSeed } from '../seeds.js';
import type { Target } from '../target.js';

/** Where files of each format are found among the samples, and what the samples lack. */
const SEEDS: Readonly<Record<string, () => Uint8Array[]>> = {
  tensorrt: () => samplesLike(/(trt\d+|legacy|broken)\.cache$/),
  nvdla: () => samplesLike(/calib\.json$/),
  'tensorrt-ranges': () => samplesLike(/ranges\.txt$/),
  'onnxruntime-flatbuffers': () => samplesLike(/\.flatbuffers$/),
  'onnxruntime-json': () => samplesLike(/formats\/calibration\.json$/),
  'onnxruntime-text': () => samplesLike(/formats\/calibration\.cache$/),
  'tpu-mlir': () => samplesLike(/\.cali_table$/),
  ncnn: () => samplesLike(/_calib\.table$/),
  mqbench: () => [
    textSeed(
      '{\n    "tensorrt": {\n        "blob_range": {\n            "data": 2.64,\n            "45": NaN\n        }\n    }\n}',
    ),
    textSeed('{"blob_range": {"a": -1}, "other": [1]}'),
  ],
  ppq: () => [textSeed('{"act_quant_info": {"input.1": 2.64, "129": 5.08}}')],
  tao: () => [textSeed('{"tensor_scales": {"input_1:0": 151.05, "a/Relu:0": 6.0}}')],
  'qdq-translator': () => [
    textSeed('{"int8_tensor_scales": {"images": 0.00787, "b": 1.0}, "fp16_nodes": ["/m/Sigmoid"]}'),
  ],
  aimet: () => [
    textSeed(
      '{"version": "0.6.1", "activation_encodings": {"a": [{"bitwidth": 8, "min": -1, "max": 2, "offset": -85, "scale": 0.01}]}, "param_encodings": {"w": [{"scale": 1}, {}]}}',
    ),
    textSeed(
      '{"version": "1.0.0", "activation_encodings": [{"name": "a", "bw": 8, "dtype": "INT", "is_sym": true, "scale": [0.5], "offset": [-128]}], "param_encodings": []}',
    ),
    textSeed(
      '{"version": "2.0.0", "encodings": [{"name": "a", "output_dtype": "uint8", "y_scale": 0.5, "y_zero_point": 3}]}',
    ),
  ],
  'trt-log': () => samplesLike(/-build\.log$/),
  csv: () => [textSeed('index,name,scale\n0,data,0.5\n1,"a,""b""",0.25\n')],
  tsv: () => [textSeed('index\tname\tscale\n0\tdata\t0.5\n1\ta b\t0.25\n')],
};

/** Every reader takes any bytes; every edit is refused in the documented way, or undone to the last byte. */
export const formatTargets: readonly Target[] = FORMATS.map((format) => ({
  name: `format-${format.id}`,
  seeds: SEEDS[format.id] ?? (() => samplesLike(/\.(cache|json|table|txt)$/)),
  check: (bytes, random) => {
    const document = format.read(bytes);
    readsWhole(document);
    if (format.edit) editsExactly(format, document, random);
  },
}));

function readsWhole(document: TableDocument): void {
  const { table, spans, bytes } = document;
  checkDocument(document);
  table.names.forEach((_, index) => {
    entryAt(table, index);
    assert.ok((spans.start[index] ?? NaN) <= (spans.end[index] ?? NaN), `entry ${index} ends before it starts`);
    assert.ok((spans.end[index] ?? NaN) <= bytes.length, `entry ${index} ends behind the file`);
  });
  assert.equal(summarize(rangesOf(table)).entries, table.names.length);
}

function editsExactly(format: TableFormat, document: TableDocument, random: Random): void {
  const edit = someEdit(document, random);
  if ('name' in edit && (format.nameProblem?.(edit.name) ?? null) !== null) return;
  let splice;
  try {
    splice = format.edit?.(document, edit) ?? null;
  } catch (error) {
    // How an edit says that there is no place for it in this file.
    if (error instanceof RangeError && !/Invalid|Maximum|out of bounds|offset/i.test(error.message)) return;
    throw error;
  }
  if (!splice) return;
  const after = applySplice(document.bytes, splice);
  assert.deepEqual(applySplice(after, inverseSplice(splice)), document.bytes, `undo of ${JSON.stringify(edit)}`);
  readsWhole(format.read(after));
}

function someEdit({ table }: TableDocument, random: Random): Edit {
  const count = table.names.length;
  const value = random.pick([1, 0.1, 1e-30, 3.4e38, 0.0078740157186985]);
  const name = hostileName(random);
  if (count === 0 || random.chance(0.25)) return { kind: 'insert', index: random.below(count + 1), name, value };
  const index = random.below(count);
  return random.pick<Edit>([
    { kind: 'set', index, value },
    { kind: 'delete', index },
    { kind: 'rename', index, name },
  ]);
}
