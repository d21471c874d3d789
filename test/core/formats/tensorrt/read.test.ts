import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tensorrt } from '../../../../src/core/formats/tensorrt/tensorrt.js';
import { cacheFile, name, bits } from '../../support/arbitraries.js';
import { cache, cacheOf, HEADER, tensorrtTable, textOf } from '../../support/tables.js';

describe('reading a TensorRT cache', () => {
  it('finds names, bits and values', () => {
    const { table, spans } = cacheOf('data: 3c008912', '(Unnamed Layer* 50) [Convolution]_output: 3c55b689');
    assert.deepEqual(table.names, ['data', '(Unnamed Layer* 50) [Convolution]_output']);
    assert.deepEqual([...(table.bits ?? [])], [0x3c008912, 0x3c55b689]);
    assert.equal(table.values[1], 0.013044008053839207);
    assert.deepEqual([...spans.line], [2, 3]);
  });

  it('splits at the last colon', () => {
    assert.deepEqual(cacheOf('input_1:0: 3c010a14', 'a::b:3c010a14', 'x:10: 20').table.names, [
      'input_1:0',
      'a::b',
      'x:10',
    ]);
  });

  it('finds every entry of files with marks, blank lines, odd lines, duplicates, prefixes and short hex', () => {
    fc.assert(
      fc.property(cacheFile, ({ bytes, names, bits: patterns }) => {
        const { table } = tensorrt.read(bytes);
        assert.deepEqual(table.names, names);
        assert.deepEqual([...(table.bits ?? [])], patterns);
      }),
    );
  });

  it('says where each name and number stands', () => {
    fc.assert(
      fc.property(cacheFile, ({ bytes }) => {
        const { table, spans } = tensorrt.read(bytes);
        table.names.forEach((entry, i) => {
          assert.equal(textOf(bytes.subarray(spans.nameStart[i], spans.nameEnd[i])), entry);
          assert.equal(parseInt(textOf(bytes.subarray(spans.valueStart[i], spans.valueEnd[i])), 16), table.bits?.[i]);
          assert.equal(lineOf(bytes, spans.start[i] ?? 0), spans.line[i]);
        });
      }),
    );
  });

  it('keeps the header line as it stands, without mark and line end', () => {
    assert.equal(
      cache('\ufeffTRT-8XXX-EntropyCalibration2 \r\na: 3c010a14').table.header.raw,
      'TRT-8XXX-EntropyCalibration2 ',
    );
    assert.equal(cache('\n\nTRT-8601-MinMaxCalibration\n').table.header.raw, 'TRT-8601-MinMaxCalibration');
  });

  it('knows a cache without a header', () => {
    const { table, findings } = cache('a: 3c010a14\nb: 3c010a14\n');
    assert.equal(table.header.kind, 'none');
    assert.deepEqual(table.names, ['a', 'b']);
    assert.deepEqual(
      findings.map(({ rule, line }) => [rule, line]),
      [['missing-header', 1]],
    );
  });

  it('reads a header alone, and nothing at all', () => {
    assert.deepEqual(cache(HEADER).table.names, []);
    assert.equal(cache(HEADER).table.header.trtVersion, '8.6.1');
    assert.deepEqual(cache('').table.names, []);
    assert.deepEqual(cache('').findings, []);
  });

  it('reports each line that means nothing, once, with its line', () => {
    const { findings } = cacheOf('no colon', 'a: 3czz', ': 3c010a14', '', 'ok: 3c010a14', 'b:');
    assert.deepEqual(
      findings.map(({ rule, line, entry }) => [rule, line, entry]),
      [2, 3, 4, 7].map((line) => ['unreadable-line', line, null]),
    );
  });
});

describe('writing a TensorRT cache', () => {
  it('gives what reads back as the same table', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, bits)), (entries) => {
        const table = {
          ...tensorrtTable([]),
          names: entries.map(([label]) => label),
          bits: Uint32Array.from(entries, ([, pattern]) => pattern),
        };
        const read = tensorrt.read(tensorrt.write(table)).table;
        assert.deepEqual(read.names, table.names);
        assert.deepEqual(read.bits, table.bits);
        assert.equal(read.header.raw, HEADER);
      }),
    );
  });

  it('looks as TensorRT writes it', () => {
    const table = tensorrtTable([
      ['data', 0.007875937968492508],
      ['conv1', 0],
    ]);
    assert.equal(textOf(tensorrt.write(table)), `${HEADER}\ndata: 3c010a14\nconv1: 00000000\n`);
    assert.equal(textOf(tensorrt.write(table, { header: '1' })).split('\n')[0], '1');
  });

  it('can refuse names that would not come back', () => {
    for (const bad of ['', ' ', 'a\nb', 'a\rb', 'tab\there', ' a', 'a '])
      assert.notEqual(tensorrt.nameProblem(bad), null, JSON.stringify(bad));
    for (const good of ['a', 'a b', 'input_1:0', 'ö']) assert.equal(tensorrt.nameProblem(good), null, good);
  });
});

function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
}
