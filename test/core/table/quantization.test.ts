import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dynamicRange,
  log2Ratio,
  maxRoundingError,
  quantize,
  rangeOf,
  scaleOf,
  storedFromRange,
  storedFromScale,
  type Quantity,
} from '../../../src/core/table/quantization.js';

const QUANTITIES: readonly Quantity[] = ['scale', 'amax', 'reciprocal'];
const positive = fc.double({ min: 1e-30, max: 1e30, noNaN: true });

describe('quantization', () => {
  it('ranges over 127 steps', () => {
    assert.equal(dynamicRange(1.1892666816711426), 151.0368685722351);
    assert.equal(dynamicRange(0.013044008053839207), 127 * 0.013044008053839207);
  });

  it('reads a stored scale, amax or reciprocal as a scale', () => {
    assert.equal(scaleOf(0.5, 'scale'), 0.5);
    assert.equal(scaleOf(127, 'amax'), 1);
    assert.equal(scaleOf(4, 'reciprocal'), 0.25);
  });

  it('gives back a stored amax untouched, without a way through the scale', () => {
    fc.assert(
      fc.property(positive, (amax) => rangeOf(amax, 'amax') === amax && storedFromRange(amax, 'amax') === amax),
    );
  });

  it('stores what reads back as the same scale and range', () => {
    fc.assert(
      fc.property(positive, fc.constantFrom(...QUANTITIES), (scale, quantity) => {
        assertClose(scaleOf(storedFromScale(scale, quantity), quantity), scale);
        assertClose(rangeOf(storedFromRange(scale, quantity), quantity), scale);
      }),
    );
  });

  it('rounds by at most half a step, also of a scale with a wrong sign', () => {
    assert.equal(maxRoundingError(0.5), 0.25);
    assert.equal(maxRoundingError(-0.5), 0.25);
  });

  it('becomes a step and comes back, clipped outside of the range', () => {
    assert.deepEqual(quantize(0.3, 0.25), { q: 1, back: 0.25, clipped: false });
    assert.deepEqual(
      [0.125, 0.375, -0.125].map((real) => quantize(real, 0.25)?.q),
      [0, 2, 0],
      'halves go to the even step',
    );
    assert.deepEqual(quantize(1000, 0.25), { q: 127, back: 31.75, clipped: true });
    assert.deepEqual(quantize(-32, 0.25), { q: -128, back: -32, clipped: false });
    for (const [real, scale] of [
      [1, 0],
      [1, NaN],
      [Infinity, 1],
      [1, -1],
    ] as const)
      assert.equal(quantize(real, scale), null);
    fc.assert(
      fc.property(fc.double({ min: -126, max: 126, noNaN: true }), positive, (steps, scale) => {
        const back = quantize(steps * scale, scale)?.back ?? NaN;
        assert.ok(Math.abs(back - steps * scale) <= maxRoundingError(scale) * (1 + 1e-9));
      }),
    );
  });

  it('counts bits lost as positive', () => {
    assert.equal(log2Ratio(1, 4), 2);
    assert.equal(log2Ratio(4, 1), -2);
  });
});

function assertClose(actual: number, wanted: number): void {
  assert.ok(Math.abs(actual / wanted - 1) < 1e-14, `${actual} is not ${wanted}`);
}
