import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffTables, type Diff } from '../../../src/core/diff/diff.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { bits, name } from '../support/arbitraries.js';
import { calib, nvdlaTable, tensorrtTable } from '../support/tables.js';
import { bitsToFloat } from '../../../src/core/bytes/float32.js';

const table = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('a', 'b', 'c'), name), bits.map(bitsToFloat)), { maxLength: 10 })
  .map((entries) => tensorrtTable(entries));

describe('a comparison by name', () => {
  it('has every entry of both sides exactly once', () => {
    fc.assert(
      fc.property(table, table, (before, after) => {
        const diff = diffTables(before, after);
        assertIndices([...diff.pairs.map((pair) => pair.oldIndex), ...diff.removed.map(({ index }) => index)], before);
        assertIndices([...diff.pairs.map((pair) => pair.newIndex), ...diff.added.map(({ index }) => index)], after);
        for (const pair of diff.pairs)
          assert.deepEqual([pair.old, pair.new], [before.names[pair.oldIndex], after.names[pair.newIndex]]);
      }),
    );
  });

  it('of a table with itself finds everything the same, Inf and NaN too', () => {
    fc.assert(
      fc.property(table, (same) => {
        const { summary } = diffTables(same, same);
        assert.deepEqual([summary.same, summary.changed, summary.removed, summary.added], [same.names.length, 0, 0, 0]);
      }),
    );
  });

  it('pairs duplicates in their order', () => {
    const diff = diffTables(
      tensorrtTable([
        ['a', 1],
        ['a', 2],
        ['a', 3],
      ]),
      tensorrtTable([
        ['a', 1],
        ['a', 2],
      ]),
    );
    assert.deepEqual(
      diff.pairs.map((pair) => [pair.oldIndex, pair.newIndex]),
      [
        [0, 0],
        [1, 1],
      ],
    );
    assert.deepEqual(diff.removed, [{ name: 'a', index: 2 }]);
  });

  it('pairs names whatever their place in the file', () => {
    const diff = diffTables(
      tensorrtTable([
        ['a', 1],
        ['b', 2],
      ]),
      tensorrtTable([
        ['b', 2],
        ['c', 1],
        ['a', 1],
      ]),
    );
    assert.deepEqual(
      diff.pairs.map((pair) => pair.new),
      ['b', 'a'],
    );
    assert.deepEqual([diff.removed, diff.added], [[], [{ name: 'c', index: 1 }]]);
    assert.ok(diff.pairs.every(({ how, confidence }) => how === 'same-name' && confidence === 1));
  });

  it('measures change in bits: grown is positive', () => {
    const { pairs, summary } = diffTables(
      tensorrtTable([
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]),
      tensorrtTable([
        ['a', 4],
        ['b', 0.5],
        ['c', 1],
      ]),
    );
    assert.deepEqual(
      pairs.map(({ log2Ratio, status }) => [log2Ratio, status]),
      [
        [2, 'changed'],
        [-1, 'changed'],
        [0, 'same'],
      ],
    );
    assert.deepEqual([summary.grew, summary.shrank, summary.largestChange, summary.medianChange], [1, 1, 2, 1]);
  });

  it('takes what lies within the threshold for the same', () => {
    const [before, after] = [
      tensorrtTable([
        ['a', 1],
        ['b', 1],
      ]),
      tensorrtTable([
        ['a', 2],
        ['b', 8],
      ]),
    ];
    assert.deepEqual(
      diffTables(before, after, 1).pairs.map(({ status }) => status),
      ['same', 'changed'],
    );
  });

  it('has no ratio where a scale is zero, infinite or no number, and calls it changed', () => {
    const before = tensorrtTable([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', -1],
    ]);
    const after = tensorrtTable([
      ['a', 1],
      ['b', NaN],
      ['c', 0],
      ['d', 1],
    ]);
    const { pairs, summary } = diffTables(before, after, 100);
    assert.ok(pairs.every(({ status, log2Ratio }) => status === 'changed' && !Number.isFinite(log2Ratio)));
    assert.equal(summary.largestChange, null);
  });

  it('finds a cache and its decimal twin the same', () => {
    const decimal = calib({ a: { scale: 0.013044008053839207 } }).table;
    assert.equal(diffTables(tensorrtTable([['a', 0.013044008053839207]]), decimal).summary.same, 1);
    assert.equal(diffTables(nvdlaTable([['a', 0.1]]), nvdlaTable([['a', 0.1000002]])).summary.changed, 1);
  });

  it('judges the versions', () => {
    assert.equal(reuse('TRT-8601-EntropyCalibration2', 'TRT-8501-EntropyCalibration2'), 'same-major');
    assert.equal(reuse('TRT-7203-EntropyCalibration2', 'TRT-8601-EntropyCalibration2'), 'different');
  });
});

function assertIndices(indices: readonly number[], { names }: CalibrationTable): void {
  assert.deepEqual(
    [...indices].sort((a, b) => a - b),
    names.map((_, i) => i),
  );
}

function reuse(before: string, after: string): Diff['verdict']['reuse'] {
  return diffTables(tensorrtTable([], before), tensorrtTable([], after)).verdict.reuse;
}
