import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BY_HAND, decided, turnedDecisions, type Decision, type EntryRef } from '../../../src/core/diff/byHand.js';
import { diffTables, type Diff } from '../../../src/core/diff/diff.js';
import { cacheOf } from '../support/tables.js';

const OLD = cacheOf('data: 3c010204', 'a: 3d010204', 'b: 3e010204', 'gone: 3f010204').table;
const NEW = cacheOf('data: 3c010204', 'a: 3d010204', 'b: 3e010204', 'fresh: 40010204').table;

const entry = (names: readonly string[], index: number): EntryRef => ({ index, name: names[index] ?? '' });
const decision = (kind: Decision['kind'], old: number, next: number): Decision => ({
  kind,
  old: entry(OLD.names, old),
  new: entry(NEW.names, next),
});

function rowsOf({ pairs, removed, added }: Diff): string[] {
  return [
    ...pairs.map((pair) => `${pair.old}=${pair.new}${pair.evidence.includes(BY_HAND) ? ' by hand' : ''}`),
    ...removed.map(({ name }) => `-${name}`),
    ...added.map(({ name }) => `+${name}`),
  ];
}

const after = (...byHand: Decision[]): string[] => rowsOf(diffTables(OLD, NEW, 0, byHand));

describe('pairs decided by hand', () => {
  it('pair, part, and exchange partners, and leave everything else', () => {
    assert.deepEqual(after(), ['data=data', 'a=a', 'b=b', '-gone', '+fresh']);
    assert.deepEqual(after(decision('pair', 3, 3)), ['data=data', 'a=a', 'b=b', 'gone=fresh by hand']);
    assert.deepEqual(after(decision('apart', 1, 1)), ['data=data', 'b=b', '-a', '-gone', '+a', '+fresh']);
    assert.deepEqual(after(decision('pair', 1, 2), decision('pair', 2, 1)), [
      'data=data',
      'b=a by hand',
      'a=b by hand',
      '-gone',
      '+fresh',
    ]);
  });

  it('count the change of a pair as any other', () => {
    const [pair] = diffTables(OLD, NEW, 0, [decision('pair', 3, 3)]).pairs.slice(-1);
    assert.deepEqual([pair?.status, pair?.confidence, pair?.how], ['changed', 1, 'renamed']);
  });

  it('give way to later ones about the same entries', () => {
    const byHand = decided(decided([], [decision('pair', 3, 3)]), [decision('apart', 3, 3)]);
    assert.deepEqual(byHand, [decision('apart', 3, 3)]);
    assert.deepEqual(decided([decision('pair', 1, 2)], [decision('pair', 2, 1)]).length, 2);
  });

  it('follow an entry that has moved, and mean nothing for one that is gone', () => {
    const moved = cacheOf('extra: 3c010204', 'data: 3c010204', 'gone: 3f010204').table;
    assert.ok(rowsOf(diffTables(moved, NEW, 0, [decision('pair', 3, 3)])).includes('gone=fresh by hand'));
    const without = cacheOf('data: 3c010204').table;
    assert.ok(!rowsOf(diffTables(without, NEW, 0, [decision('pair', 3, 3)])).some((row) => row.includes('by hand')));
  });

  it('leave every entry of both tables once, and mean the same with the tables exchanged', () => {
    const one = fc.tuple(
      fc.constantFrom<Decision['kind']>('pair', 'apart'),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (choices) => {
        const byHand = choices.reduce<readonly Decision[]>((all, choice) => decided(all, [decision(...choice)]), []);
        const { pairs, removed, added } = diffTables(OLD, NEW, 0, byHand);
        assert.deepEqual(
          [...pairs.map(({ oldIndex }) => oldIndex), ...removed.map(({ index }) => index)].sort(),
          [0, 1, 2, 3],
        );
        assert.deepEqual(
          [...pairs.map(({ newIndex }) => newIndex), ...added.map(({ index }) => index)].sort(),
          [0, 1, 2, 3],
        );
        const turned = diffTables(NEW, OLD, 0, turnedDecisions(byHand)).pairs;
        assert.deepEqual(
          turned.map((pair) => `${pair.new}=${pair.old}`).sort(),
          pairs.map((pair) => `${pair.old}=${pair.new}`).sort(),
        );
      }),
    );
  });
});
