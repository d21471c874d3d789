import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rowsInBase, type BaseRows } from '../../../src/core/diff/base.js';
import { moveOf } from '../../../src/core/diff/moves.js';
import { diffTables, type Diff } from '../../../src/core/diff/diff.js';
import { diffRows, placeOf, type RowPlace } from '../../../src/core/diff/rows.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { tensorrtTable } from '../support/tables.js';

type Entries = readonly (readonly [string, number])[];

/** The rows of a comparison, and what a base says about them. */
function compared(base: Entries, old: Entries, next: Entries): { diff: Diff; places: RowPlace[]; found: BaseRows } {
  const [before, after] = [tensorrtTable(old), tensorrtTable(next)];
  const diff = diffTables(before, after);
  const places = diffRows(diff).map((row) => placeOf(row, diff));
  return { diff, places, found: rowsInBase(tensorrtTable(base), before, after, places) };
}

const NAMES = ['data', 'conv1', 'conv2', 'conv3', 'conv4', 'conv5', 'conv6', 'fc'];
const BASE: Entries = NAMES.map((name, at) => [name, (at + 3) / 64]);
const withScales = (changes: Readonly<Record<string, number>>): Entries =>
  BASE.map(([name, scale]) => [name, scale * (changes[name] ?? 1)]);

describe('a base of two tables', () => {
  it('tells which of the two moved away from it', () => {
    const { diff, places, found } = compared(
      BASE,
      withScales({ conv1: 2, conv3: 2, conv4: 2 }),
      withScales({ conv2: 2, conv3: 2, conv4: 4 }),
    );
    const moves = places.map((_, row) => {
      const moved = (ratios: Float64Array): boolean => Math.abs(ratios[row] ?? NaN) > 0;
      return moveOf(moved(found.toOld), moved(found.toNew), diff.pairs[row]?.status === 'same');
    });
    assert.deepEqual(moves, ['unchanged', 'old', 'new', 'alike', 'apart', 'unchanged', 'unchanged', 'unchanged']);
    assert.deepEqual([found.toOld[4], found.toNew[4]], [1, 2]);
    assert.deepEqual(found.lost, []);
    assert.deepEqual(found.statements, []);
  });

  it('finds what the old table has lost in the new one, and names what neither has', () => {
    const { places, found } = compared(
      [...BASE, ['dropped', 7]],
      BASE.filter(([name]) => name !== 'conv3'),
      BASE.filter(([name]) => name !== 'conv5'),
    );
    const rowOf = (name: string): number => {
      const [old, next] = [NAMES.filter((one) => one !== 'conv3'), NAMES.filter((one) => one !== 'conv5')];
      return places.findIndex(({ oldIndex, newIndex }) => (old[oldIndex] ?? next[newIndex]) === name);
    };
    assert.equal(found.indices[rowOf('conv3')], NAMES.indexOf('conv3'));
    assert.ok(Number.isNaN(found.toOld[rowOf('conv3')]) && found.toNew[rowOf('conv3')] === 0);
    assert.equal(found.indices[rowOf('conv5')], NAMES.indexOf('conv5'));
    assert.ok(found.toOld[rowOf('conv5')] === 0 && Number.isNaN(found.toNew[rowOf('conv5')]));
    assert.deepEqual(found.lost, [NAMES.length]);
  });

  it('follows renamed tensors', () => {
    const renamed: Entries = BASE.map(([name, scale], at) => [at === 0 ? name : `features.${name}`, scale]);
    const { found } = compared(BASE, renamed, renamed);
    assert.deepEqual([...found.indices], [...NAMES.keys()]);
    assert.ok(found.toOld.every((ratio) => ratio === 0));
  });

  it('is said to be of another network where it is', () => {
    const other: Entries = Array.from({ length: 40 }, (_, at) => [`other/${at * 7}`, 1 / (at * at + 1.37)]);
    assert.match(compared(other, BASE, BASE).found.statements[0]?.text ?? '', /different networks/);
  });

  it('gives each of its entries to one row at most, and every other one is said to be lost', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES, 'x', 'y'), fc.constantFrom(0.5, 0.25, 0.125)), {
      selector: ([name]) => name,
      maxLength: 10,
    });
    fc.assert(
      fc.property(entries, entries, entries, (base, old, next) => {
        const { places, found } = compared(base, old, next);
        const had = [...found.indices].filter((index) => index >= 0);
        assert.equal(found.indices.length, places.length);
        assert.equal(new Set(had).size, had.length);
        assert.deepEqual(
          [...had, ...found.lost].sort((a, b) => a - b),
          base.map((_, index) => index),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is as far from a zero as a ratio says', () => {
    const table: CalibrationTable = tensorrtTable([['a', 0]]);
    const found = rowsInBase(table, tensorrtTable([['a', 0]]), tensorrtTable([['a', 1]]), [
      { oldIndex: 0, newIndex: 0 },
    ]);
    assert.deepEqual([found.toOld[0], found.toNew[0]], [0, Infinity]);
  });
});
