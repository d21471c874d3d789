import assert from 'node:assert/strict';
import fc from 'fast-check';
import { takeMedian } from '../../../src/core/table/median.js';

describe('the median of many numbers', () => {
  it('is the middle one of the numbers in order, or the mean of the middle two', () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 300 }), (list) => {
        const sorted = Float64Array.from(list).sort();
        const middle = sorted.length >> 1;
        const [above = NaN, below = NaN] = [sorted[middle], sorted[middle - 1]];
        const wanted = sorted.length % 2 === 1 ? above : (below + above) / 2;
        assert.equal(takeMedian(Float64Array.from(list)) === wanted || Number.isNaN(wanted), true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found among equal, rising and falling numbers, and among many', () => {
    const count = 100_001;
    const lists = [
      () => 5,
      (i: number) => i,
      (i: number) => -i,
      (i: number) => Math.abs(i - count / 2),
      (i: number) => (i * 7919) % count,
    ];
    for (const of of lists) {
      const values = Float64Array.from({ length: count }, (_, i) => of(i));
      assert.equal(takeMedian(values.slice()), values.slice().sort()[count >> 1]);
    }
  });

  it('of no number is none', () => assert.ok(Number.isNaN(takeMedian(new Float64Array()))));
});
