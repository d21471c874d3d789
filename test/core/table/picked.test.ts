import assert from 'node:assert/strict';
import fc from 'fast-check';
import { picked } from '../../../src/core/table/picked.js';

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
