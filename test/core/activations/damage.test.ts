import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clippedShare, levelsInUse, sqnrDb, squaredError } from '../../../src/core/activations/damage.js';
import { total } from '../../../src/core/activations/histogram.js';
import { histogram, histograms } from './arbitrary.js';

const close = (actual: number, expected: number, relative = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected) + 1e-12, `${actual}, not ${expected}`);

describe('the damage that a range does', () => {
  it('to evenly spread values is a step squared by 12', () => {
    // 0 to 127 steps, whole periods of the rounding error.
    const even = histogram([1000], [0, 1]);
    close(squaredError(even, 1) / 1000, (1 / 127) ** 2 / 12);
    close(sqnrDb(even, 1), 10 * Math.log10(1 / 3 / ((1 / 127) ** 2 / 12)));
  });

  it('to a ramp of both signs is the same', () =>
    close(sqnrDb(histogram([5, 5], [-1, 0, 1]), 1), sqnrDb(histogram([10], [0, 1]), 1)));

  it('counts the clipped share by width', () => {
    const even = histogram([8, 2], [0, 1, 2]);
    assert.equal(clippedShare(even, 2), 0);
    close(clippedShare(even, 1.5), 0.1);
    close(clippedShare(even, 0.5), 0.6);
    close(clippedShare(histogram([1, 1], [-2, 0, 2]), 1), 0.5);
  });

  it('is that of many values drawn from the bins', () => {
    fc.assert(
      fc.property(
        histograms({ min: 1, max: 12 }, true),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (given, part) => {
          const range = part * Math.max(...[...given.edges].map(Math.abs));
          let [error, beyond] = [0, 0];
          const step = range / 127;
          const drawn = 4000;
          given.counts.forEach((count, bin) => {
            const [from, to] = [given.edges[bin] ?? 0, given.edges[bin + 1] ?? 0];
            for (let i = 0; i < drawn; i++) {
              const x = from + ((i + 0.5) / drawn) * (to - from);
              const q = Math.max(-127, Math.min(127, Math.round(x / step)));
              error += (count / drawn) * (x - q * step) ** 2;
              beyond += Math.abs(x) > range ? count / drawn : 0;
            }
          });
          close(squaredError(given, range), error, 0.05);
          assert.ok(Math.abs(clippedShare(given, range) - beyond / total(given)) < 0.002);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('can not be said of no range and of no values', () => {
    assert.ok(Number.isNaN(sqnrDb(histogram([1], [0, 1]), 0)));
    assert.ok(Number.isNaN(sqnrDb(histogram([1], [0, 1]), Infinity)));
    assert.ok(Number.isNaN(sqnrDb(histogram([0], [0, 1]), 1)));
    assert.ok(Number.isNaN(clippedShare(histogram([0], [0, 1]), 1)));
  });
});

describe('the levels in use', () => {
  it('are counted where bins are narrower than a step', () => {
    assert.equal(levelsInUse(histogram([1, 0, 3, 1], [0, 0.25, 0.5, 0.75, 1]), 127 * 0.5), 3);
    assert.equal(levelsInUse(histogram([1, 1], [-0.25, 0, 0.25]), 127), 1);
  });

  it('are not guessed where they are wider', () => assert.equal(levelsInUse(histogram([1, 1], [0, 1, 2]), 2), null));
});
