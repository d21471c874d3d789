import assert from 'node:assert/strict';
import { applySplice } from '../../src/core/bytes/splice.js';
import { manyEdits } from '../../src/core/edits/manyEdits.js';
import { twinProblem } from '../../src/core/edits/renames.js';
import type { Edit, TableDocument } from '../../src/core/formats/format.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';

const CACHE = tensorrt.read(
  new TextEncoder().encode('TRT-8601-EntropyCalibration2\na: 3f800000\nb: 40000000\nc: 40400000\n'),
);

describe('new names for several entries', () => {
  it('are looked at as they stand in the end', () => {
    assert.equal(
      twinProblem(
        ['a', 'b', 'c'],
        new Map([
          [0, 'b'],
          [1, 'a'],
        ]),
      ),
      null,
      'they change places',
    );
    assert.deepEqual(twinProblem(['a', 'b', 'c'], new Map([[0, 'c']])), {
      index: 0,
      problem: 'Entry 3 has this name already.',
    });
    assert.deepEqual(
      twinProblem(
        ['a', 'b', 'c'],
        new Map([
          [0, 'x'],
          [2, 'x'],
        ]),
      )?.index,
      2,
    );
    assert.equal(
      twinProblem(
        ['a', 'a', 'c'],
        new Map([
          [0, 'a'],
          [2, 'd'],
        ]),
      ),
      null,
      'a twin of before may stay',
    );
  });

  it('and new numbers are one change of the file', () => {
    const edits: Edit[] = [
      { kind: 'rename', index: 0, name: 'b' },
      { kind: 'rename', index: 1, name: 'a' },
      { kind: 'set', index: 2, value: 1 },
    ];
    assert.equal(after(CACHE, edits), 'TRT-8601-EntropyCalibration2\nb: 3f800000\na: 40000000\nc: 3f800000\n');
  });

  it('are quoted where a file quotes them', () => {
    const table = nvdla.read(new TextEncoder().encode('{"a": {"scale": 1}, "b": {"scale": 2}}'));
    assert.equal(
      after(table, [
        { kind: 'rename', index: 1, name: 'x"y' },
        { kind: 'rename', index: 0, name: 'b' },
      ]),
      '{"b": {"scale": 1}, "x\\"y": {"scale": 2}}',
    );
  });

  it('are all refused where one is, with the entry that it was meant for', () => {
    const result = manyEdits(CACHE, [
      { kind: 'rename', index: 0, name: 'x' },
      { kind: 'rename', index: 1, name: 'c' },
    ]);
    assert.deepEqual(result, { problem: 'b: Entry 3 has this name already.' });
  });

  it('of a large table take a moment', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `layer${i}: 3f800000\n`);
    const table = tensorrt.read(new TextEncoder().encode(`TRT-8601-EntropyCalibration2\n${lines.join('')}`));
    // One look at all names for each would take minutes, which is longer than a test may.
    const result = manyEdits(
      table,
      table.table.names.map((name, index) => ({ kind: 'rename', index, name: `block/${name}` })),
    );
    assert.ok('splice' in result);
  });
});

function after(document: TableDocument, edits: readonly Edit[]): string {
  const result = manyEdits(document, edits);
  if (!('splice' in result) || !result.splice) assert.fail(JSON.stringify(result));
  return new TextDecoder().decode(applySplice(document.bytes, result.splice));
}
