import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { manyEdits } from '../../../src/core/edits/manyEdits.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { ncnn } from '../../../src/core/formats/ncnn.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeJson } from '../../../src/core/formats/onnxruntime/json.js';
import { tensorrtRanges } from '../../../src/core/formats/tensorrtRanges.js';
import { tpuMlir } from '../../../src/core/formats/tpuMlir.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { convertDocument, writePlan } from '../../../src/core/transfer/convert.js';
import { mergeEdits } from '../../../src/core/transfer/merge.js';
import { planFromTable } from '../../../src/core/transfer/port.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { cacheOf, calib, nvdlaTable, textOf } from '../support/tables.js';

const HEAD = '# sample number: 10\n# op_name    threshold    min    max\n';
const SECTIONS =
  '\n#int4_th\nconv1 1.5000000 -2.0 1.5\nconv1_relu 1.2 0.0 1.2\n#weight_scale\nconv1_weight 2 0.5 0.25\n#int4_op\nconv1\n';
const TABLE = `${HEAD}conv1 2.5000000 -3.0000000 2.0000000\nconv1_relu 2.0000000 0.0000000 2.2\n${SECTIONS}`;
const tpu = (text: string): TableDocument => tpuMlir.read(utf8Bytes(text));
const ranges = (text: string): TableDocument => onnxruntimeJson.read(utf8Bytes(text));

/** The file after a merge of everything that differs and is new. */
function mergedText(own: TableDocument, other: TableDocument): { text: string; warnings: readonly string[] } {
  const { edits, warnings } = mergeEdits(own, other.table, { changed: true, added: true, names: new Set() });
  const result = manyEdits(own, edits);
  assert.ok('splice' in result);
  return { text: textOf(result.splice ? applySplice(own.bytes, result.splice) : own.bytes), warnings };
}

describe('a conversion to the own format', () => {
  it('of TPU-MLIR keeps every byte: comments, min and max, sections', () => {
    const { bytes, report } = convertDocument(tpu(TABLE), tpuMlir, null);
    assert.equal(textOf(bytes), TABLE);
    assert.deepEqual(report.lost, []);
  });

  it('goes without the entries that can not stay, and keeps all else', () => {
    const { bytes, report } = convertDocument(tpu(TABLE.replace('\n\n', '\nconv1 9 -9 9\n\n')), tpuMlir, null);
    assert.equal(textOf(bytes), TABLE);
    assert.deepEqual(
      report.dropped.map(({ name }) => name),
      ['conv1'],
    );
  });

  it("of onnxruntime's JSON keeps bounds, histograms and tags", () => {
    const text =
      '{"CLS": "TensorsData", "data": {"a": {"lowest": -1, "highest": 2, "hist": {"data": [1, 2]}, "CLS": "TensorData"}}}';
    assert.equal(textOf(convertDocument(ranges(text), onnxruntimeJson, null).bytes), text);
  });

  it('of NVDLA writes the scale that was made of min and max, and leaves the rest', () => {
    const { bytes } = convertDocument(
      calib('{"a": {"min": -127, "max": 2}, "b": {"scale": 2, "min": -3, "max": 1}}'),
      nvdla,
      null,
    );
    assert.equal(textOf(bytes), '{"a": {"scale": 1,"min": -127, "max": 2}, "b": {"scale": 2, "min": -3, "max": 1}}');
  });

  it('with a network keeps min, max and sections, under the new names', () => {
    const network = readNetwork(
      utf8Bytes(
        'input: "data" layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1" } layer { name: "conv1_relu" type: "ReLU" bottom: "conv1" top: "conv1" }',
      ),
      'a.prototxt',
    );
    const { bytes, report } = writePlan(tpu(TABLE), planWithNetwork(tpu(TABLE), tpuMlir, network), null);
    assert.equal(
      textOf(bytes),
      `# op_name    threshold    min    max\nconv1 2.5 -3 2\nconv1_relu 2 0 2.2\n${SECTIONS.slice(1)}`,
    );
    assert.deepEqual(report.lost, []);
  });

  it('under new names renames the lines of the sections', () => {
    const names = nvdlaTable([
      ['c1', 2.5 / 127],
      ['c1_relu', 2 / 127],
    ]);
    const plan = planFromTable(tpu(TABLE), nvdla.read(nvdla.write(names)), tpuMlir);
    assert.deepEqual(plan.dropped, []);
    const text = textOf(writePlan(tpu(TABLE), plan, null).bytes);
    assert.match(
      text,
      /#int4_th\nc1 1.5000000 -2.0 1.5\nc1_relu 1.2 0.0 1.2\n#weight_scale\nc1_weight 2 0.5 0.25\n#int4_op\nc1\n/,
    );
  });
});

describe('both ends of a range', () => {
  it("go from onnxruntime's JSON to TPU-MLIR, where a tensor without negative values stays unsigned", () => {
    const { bytes, report } = convertDocument(ranges('{"a": [0, 6], "b": [-1, 0.5]}'), tpuMlir, null);
    assert.match(textOf(bytes), /\na 6 0 6\nb 1 -1 0.5\n$/);
    assert.deepEqual(
      report.lost.filter((what) => what.startsWith('min')),
      [],
    );
  });

  it("go from TPU-MLIR to onnxruntime's JSON as far as the threshold, and what is cut is told", () => {
    const { bytes, report } = convertDocument(tpu(TABLE), onnxruntimeJson, null);
    assert.equal(textOf(bytes), '{"conv1": [-2.5, 2], "conv1_relu": [0, 2]}');
    assert.ok(report.lost.some((what) => what.includes('min and max of 2 entries say beyond the threshold')));
  });

  it('are written symmetric where a threshold lies beyond both', () => {
    const { bytes } = convertDocument(tpu(`${HEAD}a 3 -1 2\n`), onnxruntimeJson, null);
    assert.equal(textOf(bytes), '{"a": [-3, 3]}');
  });

  it('of NVDLA entries without a scale go along, too', () => {
    const { bytes } = convertDocument(calib({ a: { min: 0, max: 127 } }), tpuMlir, null);
    assert.match(textOf(bytes), /\na 127 0 127\n$/);
  });

  it('are told as lost where the new file keeps one number', () => {
    const { lost } = convertDocument(ranges('{"a": [-1, 3], "b": [-2, 2], "c": [0, 1]}'), tensorrtRanges, null).report;
    assert.ok(lost.some((what) => what.startsWith('min and max of 2 entries')));
  });

  it('come along with merged values and entries', () => {
    const own = `${HEAD}a 1 -1 1\nb 2.0 -2.0 2.0\n${SECTIONS}`;
    const { text } = mergedText(tpu(own), tpu(`${HEAD}a 1 -1 1\nb 2.5 0 3\nc 4 0 4.5\n`));
    assert.equal(text, `${HEAD}a 1 -1 1\nb 2.5 0 3\nc 4 0 4.5\n${SECTIONS}`);
    assert.equal(
      mergedText(ranges('{"a": [-1, 1], "b": [-2, 1]}'), ranges('{"a": [-1, 1], "b": [0, 3]}')).text,
      '{"a": [-1, 1], "b": [0, 3]}',
    );
  });

  it('that a merged value makes symmetric are told', () => {
    const { text, warnings } = mergedText(
      ranges('{"a": [-1, 1], "b": [-2, 1]}'),
      cacheOf('a: 3c010204', 'b: 3d000000'),
    );
    assert.match(text, /"b": \[-3.96875, 3.96875\]/);
    assert.match(warnings.join(), /A range becomes symmetric/);
  });
});

describe('sections of TPU-MLIR', () => {
  it('of FP8 thresholds are no INT8 table, and that is said', () => {
    const document = tpu('#tpu-mlir-fp8 caliration table\n# op_name    threshold    min    max\na 1 -1 1\n');
    assert.deepEqual(document.table.names, []);
    assert.match(
      checkDocument(document)
        .map(({ message }) => message)
        .join(),
      /FP8, none of INT8/,
    );
  });

  it('of names alone or of FP8 rows behind the entries raise no alarm and add no second entry', () => {
    const document = tpu(`${HEAD}a 1 -1 1\n\n#int4_op\na\n\n#asym_op\na\n# mqbench-fp8\na 2 -2 2\n`);
    assert.deepEqual([document.table.names, checkDocument(document)], [['a'], []]);
  });
});

describe('weights of an ncnn table', () => {
  it('are told as lost', () => {
    const document = ncnn.read(utf8Bytes('conv1_param_0 1.5 2.5\nmha_param_3 1\nconv1 20.5\n'));
    assert.ok(convertDocument(document, tpuMlir, null).report.lost.includes('The section "Weights" (2 lines).'));
  });
});
