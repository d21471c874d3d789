import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everyNth, picked } from '../../../src/core/table/picked.js';

describe('those of some numbers that pass', () => {
  it('are those that a filter leaves, NaN and zeros too, in an array of their own', () => {
    fc.assert(
      fc.property(fc.float64Array(), fc.nat(5), (values, every) => {
        const passes = (value: number, at: number): boolean => Number.isNaN(value) || value > 0 || at % 3 === every;
        const before = values.slice();
        assert.deepEqual([...picked(values, passes)], [...before.filter(passes)]);
        assert.deepEqual([...values], [...before]);
        assert.notEqual(picked(values, () => true).buffer, values.buffer);
      }),
    );
  });
});

describe('some of many numbers', () => {
  it('are all of few, and every nth from the first on of more', () => {
    const seven = Float64Array.of(0, 1, 2, 3, 4, 5, 6);
    for (const [most, expected] of [
      [7, [0, 1, 2, 3, 4, 5, 6]],
      [4, [0, 2, 4, 6]],
      [3, [0, 3, 6]],
      [1, [0]],
    ] as const)
      assert.deepEqual([...everyNth(seven, most)], expected);
    assert.equal(everyNth(new Float64Array(), 3).length, 0);
  });
});
