import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { detect } from '../../../src/core/formats/index.js';
import type { EditableFormat } from '../../../src/core/formats/format.js';
import { mqbench, ppq, qdqTranslator, tao } from '../../../src/core/formats/paths/formats.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { entryAt } from '../../../src/core/table/table.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { scale } from '../support/arbitraries.js';
import { assertSameScalesThere, itReadsAndEdits, namesFor, type TableFile } from '../support/formatFiles.js';
import { cacheOf, edited, HEADER, textOf } from '../support/tables.js';

/** Files with other people's members around the path, in several layouts. */
function files(format: EditableFormat, path: readonly string[]): fc.Arbitrary<TableFile> {
  return fc
    .record({
      entries: fc.array(fc.tuple(namesFor(format), scale), { maxLength: 8 }),
      indent: fc.constantFrom('', '\n', '\n    ', '\r\n\t'),
      mark: fc.boolean(),
      rest: fc.constantFrom('', ', "fp16_nodes": ["a", "b"]', ', "version": {"a": 1}'),
    })
    .map(({ entries, indent, mark, rest }) => {
      const members = entries.map(([name, value]) => `${indent}${JSON.stringify(name)}: ${value}`).join(',');
      const inner = [...path]
        .reverse()
        .reduce((text, name, i) => `{${indent}"${name}": ${text}${i === path.length - 1 ? rest : ''}}`, `{${members}}`);
      return {
        bytes: utf8Bytes((mark ? '\ufeff' : '') + inner),
        names: entries.map(([name]) => name),
        values: entries.map(([, value]) => value),
      };
    });
}

const ALL: readonly [EditableFormat, readonly string[]][] = [
  [mqbench, ['tensorrt', 'blob_range']],
  [mqbench, ['blob_range']],
  [ppq, ['act_quant_info']],
  [tao, ['tensor_scales']],
  [qdqTranslator, ['int8_tensor_scales']],
];

for (const [format, path] of ALL)
  describe(`a table at ${path.join('.')} (${format.id})`, () => {
    itReadsAndEdits(format, files(format, path));

    it('is known by its path, whatever else the file holds', () => {
      for (const name of ['a.json', 'calibration.json']) {
        const body = [...path]
          .reverse()
          .reduce((inner, key) => `{"${key}": ${inner}, "x": {"y": {"scale": 1}}}`, '{"a": 1.5, "b": NaN}');
        const found = detect(utf8Bytes(body), name);
        assert.deepEqual(found.kind === 'table' && found.format.id, format.id);
      }
    });

    it('keeps everything outside the path byte for byte', () => {
      const before = `{"x": [1, {"a": 9}],${path.map((name) => ` "${name}": {`).join('')}`;
      const after = `${'}'.repeat(path.length)} , "z": "\\u00e9" }\n`;
      let document = format.read(utf8Bytes(`${before}"a": 1.50, "b": Infinity${after}`));
      document = edited(format, document, { kind: 'set', index: 1, value: 2 });
      document = edited(format, document, { kind: 'insert', index: 2, name: 'c', value: 3 });
      document = edited(format, document, { kind: 'delete', index: 0 });
      document = edited(format, document, { kind: 'rename', index: 0, name: 'é' });
      assert.equal(textOf(document.bytes), `${before}"é": 2, "c": 3${after}`);
    });

    it('says what stands there and is no number', () => {
      const file = [...path]
        .reverse()
        .reduce(
          (inner, key) => `{"${key}": ${inner}}`,
          '{"a": "1", "b": Infinity, "c": {"x": 1}, "d": -1, "e": 1.5, "e": 2.5}',
        );
      const rules = checkDocument(format.read(utf8Bytes(file))).map(({ rule, entry }) => `${entry} ${rule}`);
      for (const wanted of [
        'a unreadable-line',
        'c unreadable-line',
        'b non-finite-scale',
        'd negative-scale',
        'e duplicate-name',
      ])
        assert.ok(rules.includes(wanted), wanted);
    });

    it('of two entries of one name carries over the last, as Python reads it', () => {
      const file = [...path].reverse().reduce((inner, key) => `{"${key}": ${inner}}`, '{"e": 127, "e": 254}');
      const { bytes, report } = convertDocument(format.read(utf8Bytes(file)), tensorrt, HEADER);
      assert.equal(tensorrt.read(bytes).table.values[0], format.quantity === 'amax' ? 2 : 254);
      assert.match(report.dropped[0]?.why ?? '', /keeps the last/);
    });
  });

describe('what the number at a path is', () => {
  const scaleOf = (format: EditableFormat, text: string): number =>
    entryAt(format.read(utf8Bytes(text)).table, 0).scale;

  it('differs by 127 between tensor_scales and int8_tensor_scales', () => {
    assert.equal(scaleOf(tao, '{"tensor_scales": {"input_1:0": 127.0}}'), 1);
    assert.equal(scaleOf(qdqTranslator, '{"int8_tensor_scales": {"images": 127.0}}'), 127);
    const cache = cacheOf('images: 3c010204');
    assert.match(textOf(convertDocument(cache, tao, null).bytes), /"images": 0\.99999/);
    assert.match(textOf(convertDocument(cache, qdqTranslator, null).bytes), /"images": 0\.00787/);
  });

  it('is a range in MQBench and PPQ', () => {
    assert.equal(scaleOf(mqbench, '{"blob_range": {"a": 254}}'), 2);
    assert.equal(scaleOf(ppq, '{"act_quant_info": {"a": 254}}'), 2);
  });

  it('of MQBench may be 128 steps, which conversions say', () => {
    const { lost } = convertDocument(mqbench.read(utf8Bytes('{"blob_range": {"a": 1}}')), tensorrt, HEADER).report;
    assert.ok(lost.some((what) => what.includes('128 steps')));
  });
});

describe('a file written for', () => {
  const table = cacheOf('größe: 3f800000', '9: 40000000');

  it('MQBench has its layout', () =>
    assert.equal(
      textOf(convertDocument(table, mqbench, null).bytes),
      '{\n    "tensorrt": {\n        "blob_range": {\n            "gr\\u00f6\\u00dfe": 127,\n            "9": 254\n        }\n    }\n}',
    ));

  it('qdq_translator names no layers for FP16, and the loss of them is told the other way', () => {
    assert.equal(
      textOf(convertDocument(table, qdqTranslator, null).bytes),
      '{\n    "int8_tensor_scales": {\n        "gr\\u00f6\\u00dfe": 1,\n        "9": 2\n    },\n    "fp16_nodes": []\n}',
    );
    const file = qdqTranslator.read(utf8Bytes('{"int8_tensor_scales": {"a": 0.5}, "fp16_nodes": ["/m/Sigmoid", "b"]}'));
    assert.deepEqual(
      file.kept?.[0]?.items.map(({ name }) => name),
      ['/m/Sigmoid', 'b'],
    );
    assert.ok(convertDocument(file, tensorrt, HEADER).report.lost.includes('The section "fp16_nodes" (2 lines).'));
  });
});

describe('a scale of 1 in a qdq_translator file', () => {
  it('is said to be a marker, and raises no alarm', () => {
    const found = checkDocument(qdqTranslator.read(utf8Bytes('{"int8_tensor_scales": {"a": 1.0, "b": 0.5}}')));
    assert.deepEqual(
      found.map(({ rule, severity, entry }) => [rule, severity, entry]),
      [['marker-scale', 'info', 'a']],
    );
  });
});

describe('published caches', () => {
  before(needCorpus);

  for (const format of [mqbench, ppq, tao, qdqTranslator])
    for (const file of ['resnet50-trt8001.cache', 'yolov5s-trt8600.cache', 'ssd-mobilenet-trt7200.cache'])
      it(`go to ${format.id} and back with equal float32 scales (${file})`, () => {
        const there = convertDocument(corpusTable(file), format, null);
        assert.deepEqual(there.report.dropped, []);
        assertSameScalesThere(format.read(there.bytes), format);
        const back = convertDocument(format.read(there.bytes), tensorrt, HEADER);
        assert.deepEqual([...(tensorrt.read(back.bytes).table.bits ?? [])], [...(corpusTable(file).table.bits ?? [])]);
      });
});
