import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addedBy,
  carryRow,
  findSplices,
  lengthAfter,
  newRows,
  spliceColumn,
  spliceList,
  type RowSplices,
} from '../../src/protocol/rowSplices.js';

function between(before: readonly unknown[], after: readonly unknown[]): RowSplices {
  return findSplices(before.length, after.length, (old, now) => before[old] === after[now]);
}

function carry(before: readonly string[], after: readonly string[]): (row: number) => number {
  return carryRow(between(before, after), after.length);
}

describe('what became of a list of rows', () => {
  it('is told by as few rows as have changed', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `tensor ${i}`);
    assert.deepEqual([...between(rows, rows)], []);
    assert.deepEqual([...between(rows, rows.with(400, 'x'))], [400, 1, 1]);
    assert.deepEqual([...between(rows, rows.with(400, 'x').with(900, 'y'))], [400, 1, 1, 900, 1, 1]);
    assert.deepEqual([...between(rows, rows.toSpliced(10, 1).toSpliced(500, 2))], [10, 1, 0, 501, 2, 0]);
    assert.deepEqual([...between(rows, rows.toSpliced(990, 0, 'b').toSpliced(5, 0, 'a'))], [5, 0, 1, 990, 0, 1]);
    assert.deepEqual([...between(rows, rows.slice(200, 600))], [0, 200, 0, 600, 400, 0]);
  });

  it('makes the new list of the old one, whatever both are', () => {
    const list = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const splices = between(before, after);
        const added = newRows(splices).map((row) => after[row] ?? NaN);
        assert.deepEqual(spliceList(before, splices, added), after);
        assert.deepEqual([...spliceColumn(Float64Array.from(before), splices, Float64Array.from(added))], after);
        assert.equal(lengthAfter(before.length, splices), after.length);
        assert.equal(addedBy(splices), added.length);
      }),
    );
  });
});

describe('a list whose rows are replaced', () => {
  const before = ['a', 'b', 'c'];

  it('stays the same list where they say what they said', () => {
    assert.equal(spliceList(before, Int32Array.of(1, 1, 1), ['b']), before);
    assert.deepEqual(spliceList(before, Int32Array.of(1, 1, 1), ['x']), ['a', 'x', 'c']);
    assert.deepEqual(spliceList(before, Int32Array.of(1, 1, 2), ['b', 'c']), ['a', 'b', 'c', 'c']);
  });
});

describe('carrying rows over a change', () => {
  const before = ['a', 'b', 'c', 'd'];

  it('keeps what stands before it and moves what stands after it', () => {
    assert.deepEqual([0, 1, 2, 3].map(carry(before, ['a', 'x', 'b', 'c', 'd'])), [0, 2, 3, 4]);
    assert.deepEqual([0, 2, 3].map(carry(before, ['a', 'c', 'd'])), [0, 1, 2]);
  });

  it('goes to the neighbour of a row that is gone', () => {
    assert.equal(carry(before, ['a', 'c', 'd'])(1), 1);
    assert.equal(carry(before, ['a', 'b', 'c'])(3), 2);
    assert.equal(carry(['a'], [])(0), 0);
  });

  it('stays with a row that was replaced, among several changes too', () => {
    assert.deepEqual([0, 1, 2, 3].map(carry(before, ['a', 'B', 'c', 'd'])), [0, 1, 2, 3]);
    assert.deepEqual([0, 1, 2, 3].map(carry(before, ['A', 'b', 'c', 'D'])), [0, 1, 2, 3]);
  });

  it('finds the same rows after one insertion or deletion among distinct ones', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(names, fc.nat(), (all, pick) => {
        const at = pick % all.length;
        const fewer = all.filter((_, index) => index !== at);
        const [shrunk, grown] = [carry(all, fewer), carry(fewer, all)];
        return (
          all.every((name, index) => index === at || fewer[shrunk(index)] === name) &&
          fewer.every((name, index) => all[grown(index)] === name)
        );
      }),
    );
  });
});
