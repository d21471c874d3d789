import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../../src/core/bytes/bytes.js';
import { onnxruntimeJson } from '../../../../src/core/formats/onnxruntime/json.js';
import { name } from '../../support/arbitraries.js';
import { corpusBytes, corpusTable, needCorpus } from '../../support/corpus.js';
import { checkEdit } from '../../support/edits.js';
import { assertSameScalesThere, decimal, itReadsAndEdits, type TableFile } from '../../support/formatFiles.js';
import { edited, textOf } from '../../support/tables.js';

/** How a bound may be written in the tagged form: NumPy arrays of no or one dimension, or a number. */
const bound = fc.constantFrom(
  (value: string) => `{"data": [${value}], "dtype": "float32", "CLS": "numpy.array"}`,
  (value: string) => `{ "CLS": "numpy.array", "data": ${value}, "dtype": "float32" }`,
  (value: string) => value,
);

const SHAPES = ['pairs', 'tagged', 'tagged under data'] as const;

const files: fc.Arbitrary<TableFile> = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    bound,
    space: fc.constantFrom(' ', '\n  ', '\r\n\t', ''),
    mark: fc.boolean(),
    entries: fc.array(
      fc.record({
        label: fc.oneof(name, fc.constantFrom('a "b"', 'CLS', 'ünï\\')),
        amax: decimal,
        isLow: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ shape, bound: written, space, mark, entries }) => {
    const members = entries.map(({ label, amax, isLow }) => {
      const [low, high] = isLow ? [`-${amax}`, '0.0'] : ['0.0', amax];
      const value =
        shape === 'pairs'
          ? `[${low}, ${high}]`
          : `{"CLS": "TensorData", "lowest": ${written(low)},${space}"highest": ${written(high)}, "avg": 1}`;
      return `${JSON.stringify(label)}: ${value}`;
    });
    const tensors = `{${space}${members.join(`,${space}`)}${space}}`;
    const text =
      shape === 'tagged under data'
        ? `{"CLS": "TensorsData", "calibration_method": {"CLS": "CalibrationMethod", "value": "x"}, "data": ${tensors}}`
        : tensors;
    return {
      bytes: utf8Bytes(`${mark ? '\ufeff' : ''}${text}`),
      names: entries.map(({ label }) => label),
      values: entries.map(({ amax }) => Number(amax)),
    };
  });

describe("onnxruntime's JSON", () => {
  itReadsAndEdits(onnxruntimeJson, files);

  const tagged =
    '{\n "a": {"CLS": "TensorData", "lowest": {"data": [-3.0], "CLS": "numpy.array"}, "highest": {"data": 2.0}},\n "b": {"CLS": "TensorData", "lowest": -1, "highest": 4}\n}';

  it('takes the larger of the two magnitudes, in both forms', () => {
    assert.deepEqual([...onnxruntimeJson.read(utf8Bytes('{"a": [-3, 2], "b": [0.5, 4]}')).table.values], [3, 4]);
    assert.deepEqual([...onnxruntimeJson.read(utf8Bytes(tagged)).table.values], [3, 4]);
  });

  it('sets both bounds and leaves all else; an insert has the shape of the file', () => {
    const document = onnxruntimeJson.read(utf8Bytes(tagged));
    assert.equal(
      textOf(edited(onnxruntimeJson, document, { kind: 'set', index: 0, value: 0.5 }).bytes),
      tagged.replace('-3.0', '-0.5').replace('2.0', '0.5'),
    );
    const more = textOf(edited(onnxruntimeJson, document, { kind: 'insert', index: 2, name: 'c', value: 1.5 }).bytes);
    assert.match(more, /"c": \{"lowest": \{"data": -1.5, .*"highest": \{"data": 1.5, .*"CLS": "TensorData"\}/);
    assert.equal(JSON.parse(more).c.highest.data, 1.5);
  });

  it('says where each entry stands, and which have no numbers', () => {
    const { spans, findings, table } = onnxruntimeJson.read(utf8Bytes(tagged.replace('4}', '"x"}')));
    assert.deepEqual([...spans.line], [2, 3]);
    assert.ok(Number.isNaN(table.values[1]));
    assert.deepEqual(
      findings.map(({ entry, line }) => [entry, line]),
      [['b', 3]],
    );
  });

  it('reads what there is of a file that was cut off, and says where it broke', () => {
    const { table, findings } = onnxruntimeJson.read(utf8Bytes('{\n"a": [-1, 2],\n"b": [-1, '));
    assert.equal(table.values[0], 2);
    assert.ok(findings.some(({ message, line }) => message.includes('no JSON') && line === 3));
  });

  it('finds no entries in what is no object', () => {
    for (const text of ['[[1, 2], [3, 4]]', '5', '"a"', 'null'])
      assert.deepEqual(onnxruntimeJson.read(utf8Bytes(text)).table.names, [], text);
  });

  it('of 20,000 entries is read at once', () => {
    const text = `{${Array.from({ length: 20000 }, (_, i) => `"tensor${i}": [-1.5, 2.5]`).join(',\n')}}`;
    assert.equal(onnxruntimeJson.read(utf8Bytes(text)).spans.line[19999], 20000);
  });
});

describe('a published onnxruntime JSON', () => {
  before(needCorpus);
  const FILE = 'resnet50v2-onnxruntime.json';

  it('carries the same float32 scales to a cache and back', () =>
    assertSameScalesThere(corpusTable(FILE), onnxruntimeJson));

  it('takes every edit and gives every byte back', () => {
    const document = corpusTable(FILE);
    for (const index of [0, 80, 174]) {
      checkEdit(onnxruntimeJson, document, { kind: 'set', index, value: 0.25 });
      checkEdit(onnxruntimeJson, document, { kind: 'rename', index, name: 'new "name"' });
      checkEdit(onnxruntimeJson, document, { kind: 'delete', index });
      checkEdit(onnxruntimeJson, document, { kind: 'insert', index: index + 1, name: 'new', value: 2 });
    }
    assert.equal(textOf(document.bytes), textOf(corpusBytes(FILE)));
  });
});
