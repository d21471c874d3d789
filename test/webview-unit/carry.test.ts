import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carryOver } from '../../webview/shared/session/carry.js';

describe('carrying entries over a change of the table', () => {
  const before = ['a', 'b', 'c', 'd'];

  it('keeps what stands before a change and moves what stands after it', () => {
    const inserted = carryOver(before, ['a', 'x', 'b', 'c', 'd']);
    assert.deepEqual([0, 1, 2, 3].map(inserted), [0, 2, 3, 4]);
    const deleted = carryOver(before, ['a', 'c', 'd']);
    assert.deepEqual([0, 2, 3].map(deleted), [0, 1, 2]);
  });

  it('goes to the neighbour of a deleted entry', () => {
    assert.equal(carryOver(before, ['a', 'c', 'd'])(1), 1);
    assert.equal(carryOver(before, ['a', 'b', 'c'])(3), 2);
    assert.equal(carryOver(['a'], [])(0), 0);
  });

  it('stays with a renamed entry', () => {
    assert.deepEqual([0, 1, 2, 3].map(carryOver(before, ['a', 'B', 'c', 'd'])), [0, 1, 2, 3]);
  });

  it('finds the same names after one insertion or deletion among distinct names', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(names, fc.nat(), (all, pick) => {
        const at = pick % all.length;
        const fewer = all.filter((_, index) => index !== at);
        const [shrunk, grown] = [carryOver(all, fewer), carryOver(fewer, all)];
        return (
          all.every((name, index) => index === at || fewer[shrunk(index)] === name) &&
          fewer.every((name, index) => all[grown(index)] === name)
        );
      }),
    );
  });
});
