/** Where values lie: of a uniform histogram in closed form, against a plain slow implementation, and by hand. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boxOf } from '../../../src/core/activations/quantiles.js';

describe('the box of a histogram', () => {
  it('is where the shares lie in a uniform one', () => {
    const counts = new Float64Array(10).fill(5);
    const edges = Float64Array.from({ length: 11 }, (_, i) => i * 10 - 50);
    assert.deepEqual(
      boxOf({ counts, edges })?.map((value) => Math.round(value * 1e6) / 1e6),
      [-49, -25, 0, 25, 49],
    );
  });

  it('is in the bin that holds nearly everything', () => {
    const box = boxOf({ counts: Float64Array.of(1, 1e6, 1), edges: Float64Array.of(-100, 0, 1, 100) });
    assert.ok(box?.every((value) => value >= 0 && value <= 1));
  });

  it('is none where there are no values', () => {
    assert.equal(boxOf({ counts: new Float64Array(3), edges: Float64Array.of(0, 1, 2, 3) }), null);
  });

  it('is that of the values themselves, to a bin', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 }), (counts) => {
        const values = counts.flatMap((count, bin) => new Array<number>(count).fill(bin + 0.5));
        const edges = Float64Array.from({ length: counts.length + 1 }, (_, i) => i);
        const box = boxOf({ counts: Float64Array.from(counts), edges });
        if (values.length === 0) return assert.equal(box, null);
        [1, 25, 50, 75, 99].forEach((share, i) => {
          const slow = values[Math.max(0, Math.ceil((share / 100) * values.length) - 1)] ?? NaN;
          assert.ok(Math.abs((box?.[i] ?? NaN) - slow) <= 0.5 + 1e-9);
        });
      }),
    );
  });
});
