import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nvdla } from '../../../../src/core/formats/nvdla/nvdla.js';
import { calibFile, name, scale } from '../../support/arbitraries.js';
import { calib, nvdlaTable, textOf } from '../../support/tables.js';

describe('reading an NVDLA table', () => {
  it('finds names and scales, in the order of the file, numeric names too', () => {
    const { table, spans } = calib('{\n"9": { "scale": 0.5, "min": 0, "max": 0, "offset": 0 },\n"1": { "scale": 2 } }');
    assert.deepEqual(table.names, ['9', '1']);
    assert.deepEqual([...table.values], [0.5, 2]);
    assert.deepEqual([...spans.line], [2, 3]);
    assert.equal(table.header.kind, 'none');
  });

  it('finds every entry of files in any layout', () => {
    fc.assert(
      fc.property(calibFile, ({ bytes, names, values }) => {
        const { table } = nvdla.read(bytes);
        assert.deepEqual(table.names, names);
        assert.deepEqual([...table.values], values);
      }),
    );
  });

  it('says where each name stands', () => {
    fc.assert(
      fc.property(calibFile, ({ bytes }) => {
        const { table, spans } = nvdla.read(bytes);
        table.names.forEach((entry, i) => {
          assert.equal(JSON.parse(textOf(bytes.subarray(spans.nameStart[i], spans.nameEnd[i]))), entry);
          assert.equal(spans.start[i], spans.nameStart[i]);
        });
      }),
    );
  });

  it('makes the scale from min and max as nvdla_compiler does, when there is none', () => {
    assert.equal(calib({ a: { min: -12.7, max: 1 } }).table.values[0], 12.7 / 127);
    assert.equal(calib({ a: { min: -1, max: 12.7 } }).table.values[0], 12.7 / 127);
  });

  it('lets scale win over min and max', () => {
    assert.equal(calib({ a: { scale: 0.5, min: -1, max: 1 } }).table.values[0], 0.5);
  });

  it('reads the first of two scales in one entry', () => {
    assert.equal(calib('{"a": {"scale": 1, "scale": 2}}').table.values[0], 1);
  });

  it('keeps the sign that the file holds', () => {
    assert.equal(calib({ a: { scale: -0.5 } }).table.values[0], -0.5);
  });

  it('has no number where the file has none', () => {
    for (const entry of [{ scale: '0.5' }, { scale: null }, { min: 1 }, {}, { min: '1', max: 2 }]) {
      assert.ok(Number.isNaN(calib({ a: entry }).table.values[0]), JSON.stringify(entry));
    }
  });

  it('is not confused by deeper objects and lists', () => {
    const { table } = calib(
      '{ "a": { "scale": 1, "more": { "scale": 9, "b": { "scale": 8 } }, "list": [{ "scale": 7 }] }, "c": { "scale": 2 } }',
    );
    assert.deepEqual(table.names, ['a', 'c']);
    assert.deepEqual([...table.values], [1, 2]);
  });

  it('reads broken JSON as far as it goes, and says where it breaks', () => {
    const { table, findings } = calib('{\n "a": { "scale": 1 },\n "b": { "scale": oops },\n "c": { "scale": 3 }\n');
    assert.deepEqual([table.names[0], table.values[0]], ['a', 1]);
    assert.ok(table.names.includes('c'));
    assert.ok(
      findings.some(({ rule, line, severity }) => rule === 'unreadable-line' && line === 3 && severity === 'error'),
    );
  });
});

describe('writing an NVDLA table', () => {
  it('gives what reads back as the same table', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, scale)), (entries) => {
        const table = nvdlaTable(entries);
        const read = nvdla.read(nvdla.write(table));
        assert.deepEqual(read.table.names, table.names);
        assert.deepEqual(read.table.values, table.values);
        assert.deepEqual(read.findings, []);
      }),
    );
  });

  it("looks as NVIDIA's script writes it: the float64 rendering, and zeros", () => {
    const json = JSON.parse(textOf(nvdla.write(nvdlaTable([['data', 1.1892666816711426]])))) as unknown;
    assert.deepEqual(json, { data: { scale: 1.1892666816711426, min: 0, max: 0, offset: 0 } });
    assert.match(textOf(nvdla.write(nvdlaTable([['data', 1.1892666816711426]]))), /"scale": 1\.1892666816711426,/);
  });

  it('keeps the order of numeric names, which a JavaScript object would not', () => {
    assert.deepEqual(
      nvdla.read(
        nvdla.write(
          nvdlaTable([
            ['10', 1],
            ['9', 1],
            ['b', 1],
            ['1', 1],
          ]),
        ),
      ).table.names,
      ['10', '9', 'b', '1'],
    );
  });

  it('can not hold what is no number', () => {
    assert.throws(() => nvdla.write(nvdlaTable([['a', Infinity]])), RangeError);
    assert.throws(() => nvdla.write(nvdlaTable([['a', NaN]])), RangeError);
  });

  it('is valid JSON without entries', () => {
    assert.deepEqual(JSON.parse(textOf(nvdla.write(nvdlaTable([])))), {});
  });
});
