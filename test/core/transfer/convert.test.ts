import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convertDocument, NAMES_CARRIED } from '../../../src/core/transfer/convert.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { name, scale } from '../support/arbitraries.js';
import { cache, cacheOf, calib, HEADER, tensorrtTable, textOf } from '../support/tables.js';

describe('a conversion by name', () => {
  it('there and back gives the same file, byte for byte', () => {
    const entries = fc.uniqueArray(fc.tuple(name, scale), { selector: ([label]) => label });
    fc.assert(
      fc.property(entries, (list) => {
        const bytes = tensorrt.write(tensorrtTable(list));
        const there = convertDocument(tensorrt.read(bytes), nvdla, null);
        const back = convertDocument(nvdla.read(there.bytes), tensorrt, HEADER);
        assert.deepEqual(Buffer.from(back.bytes), Buffer.from(bytes));
        assert.deepEqual([there.report.entriesIn, there.report.entriesOut], [list.length, list.length]);
        assert.deepEqual([there.report.dropped, back.report.dropped, there.report.missing], [[], [], []]);
      }),
    );
  });

  it('keeps the order and the exact scales', () => {
    const { bytes } = convertDocument(cacheOf('9: 3c55b689', '1: 3c010a14'), nvdla, null);
    const { table } = nvdla.read(bytes);
    assert.deepEqual(
      [table.names, [...table.values]],
      [
        ['9', '1'],
        [0.013044008053839207, 0.007875937968492508],
      ],
    );
  });

  it('drops what the target can not hold, and says why', () => {
    const { report } = convertDocument(
      cacheOf('a: 7f800000', 'b: 7fc00000', 'c: 3c010a14', 'c: 3c55b689', 'd: 0'),
      nvdla,
      null,
    );
    assert.deepEqual([report.entriesIn, report.entriesOut], [5, 2]);
    assert.deepEqual(
      report.dropped.map((item) => item.name),
      ['a', 'b', 'c'],
    );
    assert.match(report.dropped[0]?.why ?? '', /Infinity/);
    assert.match(report.dropped[1]?.why ?? '', /no number/);
    assert.match(report.dropped[2]?.why ?? '', /first was kept/);
  });

  it('drops names that a cache can not hold, and scales that no float32 can', () => {
    const { report, bytes } = convertDocument(
      calib({ 'a\nb': { scale: 1 }, c: { scale: 1e39 }, ok: { scale: 1 } }),
      tensorrt,
      HEADER,
    );
    assert.deepEqual(
      report.dropped.map((item) => item.name),
      ['a\nb', 'c'],
    );
    assert.equal(textOf(bytes), `${HEADER}\nok: 3f800000\n`);
  });

  it('of two entries of one name keeps the first that can be kept', () => {
    const { bytes } = convertDocument(cacheOf('c: 3c55b689', 'c: 3c010a14'), nvdla, null);
    assert.deepEqual([...nvdla.read(bytes).table.values], [0.013044008053839207]);
  });

  it('takes the absolute value, as nvdla_compiler does, and says so', () => {
    const { bytes, report } = convertDocument(cacheOf('a: bf000000'), nvdla, null);
    assert.deepEqual([...nvdla.read(bytes).table.values], [0.5]);
    assert.ok(report.lost.some((what) => what.includes('sign')));
  });

  it('says that the header is lost, and that names were only carried over', () => {
    const { lost } = convertDocument(cacheOf('a: 3f000000'), nvdla, null).report;
    assert.ok(lost.some((what) => what.includes(HEADER)));
    assert.ok(lost.includes(NAMES_CARRIED));
  });

  it('says that lines were lost that nothing could read', () => {
    const { lost } = convertDocument(cacheOf('a: 3f000000', 'hello', 'b: zz'), nvdla, null).report;
    assert.ok(lost.some((what) => what.startsWith('2 lines')));
  });

  it('says that min, max and offset are lost, and digits beyond float32', () => {
    const { lost } = convertDocument(
      calib({ a: { scale: 0.1, min: -3, max: 3 }, b: { scale: 0.5, offset: 2 } }),
      tensorrt,
      HEADER,
    ).report;
    assert.ok(lost.some((what) => what.startsWith('min, max or offset of 2')));
    assert.ok(lost.some((what) => what.startsWith('Digits beyond float32 of 1')));
  });

  it('to the same format changes the header and not a byte more', () => {
    const { bytes, report } = convertDocument(
      cache(`\ufeff${HEADER}\r\n\r\na: 0X7F800000 \r\nodd\r\na: 0`),
      tensorrt,
      'TRT-101401-MinMaxCalibration',
    );
    assert.equal(textOf(bytes), '\ufeffTRT-101401-MinMaxCalibration\r\n\r\na: 0X7F800000 \r\nodd\r\na: 0');
    assert.deepEqual([report.entriesIn, report.entriesOut, report.dropped, report.lost], [2, 2, [], []]);
  });

  it('needs a header where the target has one', () => {
    assert.throws(() => convertDocument(calib({ a: { scale: 1 } }), tensorrt, null), RangeError);
  });
});
