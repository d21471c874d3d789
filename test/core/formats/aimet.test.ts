import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { aimet } from '../../../src/core/formats/aimet/aimet.js';
import { detect } from '../../../src/core/formats/index.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { cacheOf, HEADER, textOf } from '../support/tables.js';

const read = (json: object): TableDocument => {
  const bytes = utf8Bytes(JSON.stringify(json));
  const found = detect(bytes, 'a.json');
  assert.equal(found.kind === 'table' && found.format.id, 'aimet');
  return aimet.read(bytes);
};
const entries = ({ table }: TableDocument): [string, number | undefined][] =>
  table.names.map((name, i) => [name, table.values[i]]);
const symmetric = { bitwidth: 8, dtype: 'int', is_symmetric: 'True', min: -64, max: 63.5, offset: -128, scale: 0.5 };

describe("AIMET's encodings", () => {
  it('to 0.6.1: symmetric ones as they are, asymmetric ones by their larger end', () => {
    const document = read({
      version: '0.6.1',
      activation_encodings: {
        a: [symmetric],
        b: [{ bitwidth: 8, dtype: 'int', is_symmetric: 'False', min: -1, max: 254, offset: -1, scale: 1 }],
        c: [{ bitwidth: 16, dtype: 'float' }],
        d: [symmetric, symmetric],
        // The specification's own example: the offset is of another sign than the grid.
        e: [{ bitwidth: 8, min: -12, max: 243, offset: 11, scale: 1 }],
      },
      param_encodings: { w: [symmetric, symmetric] },
    });
    assert.deepEqual(entries(document), [
      ['a', 0.5],
      ['b', 2],
      ['e', 243 / 127],
    ]);
    assert.deepEqual(
      document.kept?.map(({ title, items }) => [title, items.map(({ name, text }) => `${name}: ${text}`)]),
      [
        ['Tensors without one scale of integers', ['c: stays in floating point', 'd: 2 encodings, one a channel']],
        ['Weights', ['w: 2 encodings, one a channel']],
      ],
    );
    const told = checkDocument(document).filter(({ rule }) => rule === 'qdq-asymmetric');
    assert.deepEqual(
      told.map(({ entry }) => entry),
      ['b', 'e'],
    );
  });

  it('1.0.0: lists, without min and max', () => {
    const document = read({
      version: '1.0.0',
      activation_encodings: [
        { name: 'a', enc_type: 'PER_TENSOR', dtype: 'INT', bw: 8, is_sym: true, scale: [0.25], offset: [-128] },
        { name: 'b', enc_type: 'PER_TENSOR', dtype: 'INT', bw: 8, is_sym: false, scale: [1], offset: [0] },
        { name: 'c', enc_type: 'PER_TENSOR', dtype: 'INT', bw: 16, is_sym: true, scale: [0.001], offset: [-32768] },
      ],
      param_encodings: [],
    });
    assert.deepEqual(entries(document), [
      ['a', 0.25],
      ['b', 255 / 127],
      ['c', 32.768 / 127],
    ]);
    assert.match(
      checkDocument(document)
        .map(({ message }) => message)
        .join('\n'),
      /"b" is asymmetric[^]*"c" is of 16 bits/,
    );
  });

  it('2.0.0: one list, zero point 0 where none is written', () => {
    const document = read({
      version: '2.0.0',
      encodings: [
        { name: 'a', output_dtype: 'int8', y_scale: 0.5 },
        { name: 'b', output_dtype: 'uint8', y_scale: 1, y_zero_point: 128 },
        { name: 'c', output_dtype: 'uint8', y_scale: 1 },
        { name: 'w', output_dtype: 'int8', y_scale: [1, 2], axis: 0 },
        { name: 'f', output_dtype: 'float16' },
      ],
    });
    assert.deepEqual(entries(document), [
      ['a', 0.5],
      ['b', 1],
      ['c', 255 / 127],
    ]);
  });

  it("older ones by layer, and snpe's without scales", () => {
    assert.deepEqual(
      entries(
        read({
          activation_encodings: {
            conv: { input: { 0: symmetric }, output: { 0: { ...symmetric, scale: 0.25, min: -32, max: 31.75 } } },
          },
          param_encodings: {},
        }),
      ),
      [['conv', 0.25]],
    );
    assert.deepEqual(
      entries(read({ activation_encodings: { a: [{ bitwidth: 8, min: -127, max: 127 }] }, param_encodings: {} })),
      [['a', 1]],
    );
  });

  it('lose the ends and the weights on the way to a cache, and say so', () => {
    const document = read({
      version: '0.6.1',
      activation_encodings: { b: [{ bitwidth: 8, min: -1, max: 254, offset: -1, scale: 1 }] },
      param_encodings: { w: [symmetric] },
    });
    const { lost } = convertDocument(document, tensorrt, HEADER).report;
    assert.ok(lost.includes('The section "Weights" (1 lines).'));
    assert.ok(lost.some((what) => what.startsWith('min and max of 1 entries')));
  });

  it('are written as 0.6.1', () => {
    assert.equal(
      textOf(convertDocument(cacheOf('9: 3f000000', '1: 3f800000'), aimet, null).bytes),
      [
        '{',
        '    "version": "0.6.1",',
        '    "activation_encodings": {',
        '        "9": [',
        '            { "bitwidth": 8, "dtype": "int", "is_symmetric": "True", "max": 63.5, "min": -64, "offset": -128, "scale": 0.5 }',
        '        ],',
        '        "1": [',
        '            { "bitwidth": 8, "dtype": "int", "is_symmetric": "True", "max": 127, "min": -128, "offset": -128, "scale": 1 }',
        '        ]',
        '    },',
        '    "param_encodings": {}',
        '}',
      ].join('\n'),
    );
  });
});

describe('published caches, as AIMET encodings', () => {
  before(needCorpus);

  for (const file of ['resnet50-trt8001.cache', 'yolov5s-trt8600.cache'])
    it(`have equal float32 scales there and back (${file})`, () => {
      const there = aimet.read(convertDocument(corpusTable(file), aimet, null).bytes);
      const back = tensorrt.read(convertDocument(there, tensorrt, HEADER).bytes);
      assert.deepEqual(
        [back.table.names, back.table.bits],
        [corpusTable(file).table.names, corpusTable(file).table.bits],
      );
      assert.deepEqual(there.findings, []);
    });
});
