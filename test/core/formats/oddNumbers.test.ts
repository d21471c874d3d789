import assert from 'node:assert/strict';
import { checkDocument, type RuleId } from '../../../src/core/check/index.js';
import { fixFindings } from '../../../src/core/check/fixes.js';
import { manyEdits } from '../../../src/core/edits/manyEdits.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import type { TableDocument, TableFormat } from '../../../src/core/formats/format.js';
import { detect, formatById } from '../../../src/core/formats/index.js';
import { ncnn } from '../../../src/core/formats/ncnn.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeFlatbuffers } from '../../../src/core/formats/onnxruntime/flatbuffers.js';
import { onnxruntimeJson } from '../../../src/core/formats/onnxruntime/json.js';
import { onnxruntimeText } from '../../../src/core/formats/onnxruntime/text.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { tensorrtRanges } from '../../../src/core/formats/tensorrtRanges.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { mergeEdits } from '../../../src/core/transfer/merge.js';
import { summarize, rangesOf } from '../../../src/core/table/stats.js';
import { flatbuffersOf } from '../support/flatbuffersOf.js';
import { calib, edited, HEADER, textOf } from '../support/tables.js';

function read(format: TableFormat, text: string): TableDocument {
  return format.read(utf8Bytes(text));
}

function rulesAt(document: TableDocument, entry: string): RuleId[] {
  return checkDocument(document)
    .filter((item) => item.entry === entry)
    .map(({ rule }) => rule);
}

const WORDS = ['Infinity', '-Infinity', 'NaN'];

describe('an NVDLA table with words that Python writes for numbers', () => {
  for (const word of WORDS) {
    const text = `{"a": {"scale": 0.5, "min": -2, "max": 2}, "b": {"scale": ${word}, "min": -2, "max": 2}, "c": {"scale": 1}}`;
    const document = calib(text);

    it(`says that ${word} is no JSON number, and is an NVDLA table`, () => {
      const found = checkDocument(document).filter(({ entry }) => entry === 'b');
      assert.deepEqual(
        found.filter(({ severity }) => severity === 'error').map(({ rule, line }) => [rule, line]),
        word === '-Infinity'
          ? [
              ['non-finite-scale', 1],
              ['negative-scale', 1],
            ]
          : [['non-finite-scale', 1]],
      );
      assert.match(found[0]?.message ?? '', new RegExp(`${word}.*no JSON number.*nvdla_compiler's parser stops`));
      assert.equal(
        document.findings.some(({ entry }) => entry === null),
        false,
      );
      const detected = detect(document.bytes, 'x.json');
      assert.equal(detected.kind === 'table' && detected.format.id, 'nvdla');
    });

    it(`counts ${word} as what it is`, () => {
      const { infinities, nans, zeros } = summarize(rangesOf(document.table));
      assert.deepEqual([infinities, nans, zeros], word === 'NaN' ? [0, 1, 0] : [1, 0, 0]);
    });

    it(`is not fixed where ${word} stands, and an edit puts the number in its place`, () => {
      assert.equal(fixFindings(document, checkDocument(document)), null);
      const after = edited(nvdla, document, { kind: 'set', index: 1, value: 0.25 });
      assert.equal(textOf(after.bytes), text.replace(word, '0.25'));
    });

    it(`takes a merged value in the place of ${word}`, () => {
      const other = calib({ a: { scale: 0.5 }, b: { scale: 0.125 }, c: { scale: 1 } });
      const { edits } = mergeEdits(document, other.table, { changed: false, added: false, names: new Set(['b']) });
      const result = manyEdits(document, edits);
      assert.ok('splice' in result && result.splice);
      assert.equal(textOf(applySplice(document.bytes, result.splice)), text.replace(word, '0.125'));
    });

    it(`is converted without the entry of ${word}, which is listed`, () => {
      const { bytes, report } = convertDocument(document, tensorrt, HEADER);
      assert.deepEqual(report.dropped, [{ name: 'b', why: `its scale is ${word === 'NaN' ? 'no number' : word}` }]);
      assert.equal(textOf(bytes), `${HEADER}\na: 3f000000\nc: 3f800000\n`);
    });
  }

  it('says so of every other field too: the parser stops at any of them', () => {
    const document = calib('{"a": {"scale": 0.5, "min": -Infinity, "max": NaN}, "b": {"min": -Infinity, "max": 1}}');
    assert.deepEqual(rulesAt(document, 'a'), ['nvdla-not-a-number', 'nvdla-not-a-number']);
    assert.ok(rulesAt(document, 'b').includes('nvdla-not-a-number'));
    assert.equal(fixFindings(document, checkDocument(document)), null);
  });

  it('leaves words in names and texts alone', () => {
    const document = calib('{"NaN": {"scale": 0.5}, "a\\"Infinity": {"scale": 2}}');
    assert.deepEqual([document.table.names, checkDocument(document)], [['NaN', 'a"Infinity'], []]);
  });
});

describe('an onnxruntime JSON with words that Python writes for numbers', () => {
  const forms: [string, (low: string, high: string) => string][] = [
    ['pairs', (low, high) => `{"a": [-1.5, 2.5], "b": [${low}, ${high}]}`],
    [
      'tagged objects',
      (low, high) =>
        `{"CLS": "TensorsData", "data": {"a": {"lowest": -1, "highest": 2, "CLS": "TensorData"}, "b": {"lowest": {"data": ${low}, "dtype": "float32", "CLS": "numpy.array"}, "highest": {"data": ${high}, "dtype": "float32", "CLS": "numpy.array"}, "CLS": "TensorData"}}}`,
    ],
  ];
  for (const [what, text] of forms) {
    it(`is one still (${what})`, () => {
      for (const [low, high] of [
        ['-1', 'Infinity'],
        ['-Infinity', 'Infinity'],
        ['NaN', '1'],
      ] as const) {
        const bytes = utf8Bytes(text(low, high));
        const detected = detect(bytes, 'calibration.json');
        assert.equal(detected.kind === 'table' && detected.format.id, 'onnxruntime-json');
        const document = onnxruntimeJson.read(bytes);
        assert.deepEqual(rulesAt(document, 'b'), ['non-finite-scale'], `${low} ${high}`);
        assert.equal(document.table.values[1], low === 'NaN' ? NaN : Infinity);
      }
    });

    it(`has its words replaced by an edit, no more (${what})`, () => {
      const after = edited(onnxruntimeJson, read(onnxruntimeJson, text('-Infinity', 'Infinity')), {
        kind: 'set',
        index: 1,
        value: 4,
      });
      assert.equal(textOf(after.bytes), text('-4', '4'));
    });

    it(`is converted without the entry, which is listed (${what})`, () => {
      const { report } = convertDocument(read(onnxruntimeJson, text('-1', 'Infinity')), tensorrt, HEADER);
      assert.deepEqual(report.dropped, [{ name: 'b', why: 'its scale is Infinity' }]);
    });
  }
});

describe('a text of decimals with inf and nan', () => {
  for (const word of ['nan', 'NaN', '-nan', 'inf', '+inf', 'Inf'])
    it(`says so of ${word} in ranges and in onnxruntime's text`, () => {
      for (const document of [
        read(tensorrtRanges, `a:1.5\nb:${word}\n`),
        read(onnxruntimeText, `a 1.5\nb ${word}\n`),
      ]) {
        const found = checkDocument(document).filter(({ entry }) => entry === 'b');
        assert.deepEqual(
          found.map(({ rule, line, severity }) => [rule, line, severity]),
          [['non-finite-scale', 2, 'error']],
        );
      }
    });

  it('says of an ncnn table what the word does there', () => {
    const document = read(ncnn, 'conv_param_0 1.5 2.5\nconv inf\nfc nan\n');
    const messages = checkDocument(document).map(({ rule, line, message }) => [
      rule,
      line,
      /\b(inf|nan)\b.*|.*\b(inf|nan)\b/.test(message),
      /ncnn/.test(message),
    ]);
    assert.deepEqual(messages, [
      ['zero-scale', 2, true, true],
      ['non-finite-scale', 2, true, true],
      ['non-finite-scale', 3, true, true],
    ]);
  });
});

describe('FlatBuffers with texts that are no plain decimal', () => {
  for (const text of ['[3.4]', 'tensor(1.5)', '', '1.5 2.5', '0x10', '1,5'])
    it(`show the text "${text}"`, () => {
      const document = onnxruntimeFlatbuffers.read(
        flatbuffersOf([
          ['a', '1.5'],
          ['b', text],
          ['c', '2.0'],
        ]),
      );
      const found = checkDocument(document);
      assert.deepEqual(
        found.map(({ rule, severity, index, line }) => [rule, severity, index, line]),
        [['unreadable-line', 'error', 1, null]],
      );
      assert.ok(found[0]?.message.includes(`"${text}"`));
    });

  for (const [text, value] of [
    ['inf', Infinity],
    ['-INF', -Infinity],
    ['infinity', Infinity],
    ['nan', NaN],
    ['-nan', NaN],
  ] as const)
    it(`take "${text}" for what it is`, () => {
      const document = onnxruntimeFlatbuffers.read(
        flatbuffersOf([
          ['a', '1.5'],
          ['b', text],
        ]),
      );
      const found = checkDocument(document).filter(({ rule }) => rule === 'non-finite-scale');
      assert.deepEqual([document.table.values[1], found.length, found[0]?.line], [value, 1, null]);
      assert.ok(found[0]?.message.includes(text));
    });

  it('are what they are even where the first texts are odd', () => {
    const detected = detect(
      flatbuffersOf([
        ['a', '[3.4]'],
        ['b', 'nan'],
      ]),
      'calibration.flatbuffers',
    );
    assert.equal(detected.kind === 'table' && detected.format.id, 'onnxruntime-flatbuffers');
  });

  it('take blanks and a plus sign as std::stof does', () => {
    const document = onnxruntimeFlatbuffers.read(
      flatbuffersOf([
        ['a', ' 1.5'],
        ['b', '+2'],
        ['c', '1e-05'],
      ]),
    );
    assert.deepEqual([[...document.table.values], checkDocument(document)], [[1.5, 2, 1e-5], []]);
  });
});

describe('a finding about a number', () => {
  it('speaks of the readers of its own format', () => {
    const zero = (document: TableDocument): string => checkDocument(document)[0]?.message ?? '';
    assert.doesNotMatch(zero(calib({ a: { scale: 0 } })), /TensorRT/);
    assert.match(zero(calib({ a: { scale: 0 } })), /nvdla_compiler/);
    assert.match(zero(read(formatById('tensorrt'), `${HEADER}\na: 0\n`)), /TensorRT/);
  });

  it('has no line where the format has none', () => {
    const document = onnxruntimeFlatbuffers.read(
      flatbuffersOf([
        ['a', '1.5'],
        ['a', '0'],
        ['b', '-1'],
      ]),
    );
    const found = checkDocument(document);
    assert.deepEqual(
      found.map(({ rule, line }) => [rule, line]),
      [
        ['duplicate-name', null],
        ['zero-scale', null],
        ['negative-scale', null],
      ],
    );
    assert.doesNotMatch(found[0]?.message ?? '', /line 0/);
  });
});
