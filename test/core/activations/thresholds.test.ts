import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Histogram } from '../../../src/core/activations/histogram.js';
import { squaredError } from '../../../src/core/activations/damage.js';
import { METHODS, rangeByMethod, type Method } from '../../../src/core/activations/thresholds/index.js';
import { histogram, histograms } from './arbitrary.js';
import { slowEntropy, slowMse, slowPercentile } from './slowThresholds.js';

function range(given: Histogram, method: Method, percentile?: number): number {
  const answer = rangeByMethod(given, method, percentile);
  return 'range' in answer ? answer.range : assert.fail(answer.why);
}

describe('ranges by method, against their definitions', () => {
  it('entropy', () => {
    fc.assert(
      fc.property(histograms({ min: 256, max: 270 }, false), (given) => {
        const kept = (edge: number): number => given.edges.indexOf(edge);
        const [ours, slow] = [kept(range(given, 'entropy')), slowEntropy([...given.counts])];
        assert.equal(ours, slow);
      }),
      { numRuns: 100 },
    );
  });

  it('mse', () => {
    fc.assert(
      fc.property(histograms({ min: 256, max: 300 }, false), (given) =>
        assert.equal(range(given, 'mse'), slowMse([...given.counts], [...given.edges])),
      ),
      { numRuns: 100 },
    );
  });

  it('percentile, minmax', () => {
    fc.assert(
      fc.property(
        histograms({ min: 1, max: 300 }, false),
        fc.double({ min: 1, max: 99.99, noNaN: true }),
        (given, p) => {
          const [counts, edges] = [[...given.counts], [...given.edges]];
          assert.equal(range(given, 'percentile', p), slowPercentile(counts, edges, p));
          assert.equal(range(given, 'minmax'), edges[counts.findLastIndex((count) => count > 0) + 1]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('mse of a coarse histogram: no edge has less error', () => {
    fc.assert(
      fc.property(histograms({ min: 1, max: 200 }, false), (given) => {
        const best = squaredError(given, range(given, 'mse'));
        for (const edge of given.edges) if (edge > 0) assert.ok(best <= squaredError(given, edge));
      }),
    );
  });
});

describe('ranges by method', () => {
  it('of one spike are its bin', () => {
    const spike = histogram([0, 0, 7, 0], [0, 1, 2, 3, 4]);
    assert.equal(range(spike, 'minmax'), 3);
    assert.equal(range(spike, 'percentile'), 3);
  });

  it('of a signed histogram are those of |x|', () => {
    assert.equal(range(histogram([1, 0, 1], [-4, -3, 0, 2]), 'minmax'), 4);
    assert.equal(range(histogram([1, 99], [-4, -1, 1]), 'percentile', 99), 1);
  });

  it('of no values are none', () => {
    for (const method of METHODS)
      assert.deepEqual(rangeByMethod(histogram([0, 0], [0, 1, 2]), method), { why: 'the histogram holds no values' });
  });

  it('entropy needs bins enough, and says so', () => {
    const answer = rangeByMethod(
      histogram(
        Array(128).fill(1),
        Array.from({ length: 129 }, (_, i) => i - 64),
      ),
      'entropy',
    );
    assert.match('why' in answer ? answer.why : '', /^64 bins of \|x\| are too few/);
  });

  it('a percentile that is none is refused', () => {
    for (const none of [0, -1, 101, NaN])
      assert.throws(() => rangeByMethod(histogram([1], [0, 1]), 'percentile', none), RangeError);
  });
});
