import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldToMagnitudes, histogramProblem, total } from '../../../src/core/activations/histogram.js';
import { histogram, histograms } from './arbitrary.js';

describe('a histogram of |x|', () => {
  it('folds a bin across 0 by width', () => {
    const folded = foldToMagnitudes(histogram([6, 3], [-1, 2, 3]));
    assert.deepEqual([...folded.edges], [0, 1, 2, 3]);
    assert.deepEqual([...folded.counts], [4, 2, 3]);
  });

  it('shares a bin that an edge of the other side cuts', () => {
    const folded = foldToMagnitudes(histogram([4, 0, 6], [-3, -1, 0, 2]));
    assert.deepEqual([...folded.edges], [0, 1, 2, 3]);
    assert.deepEqual([...folded.counts], [3, 5, 2]);
  });

  it('is the histogram itself where no value is below 0', () => {
    const given = histogram([1, 2], [0, 1, 2]);
    assert.equal(foldToMagnitudes(given), given);
  });

  it('of values below 0 alone begins at the smallest', () => {
    const folded = foldToMagnitudes(histogram([1, 2], [-3, -2, -1]));
    assert.deepEqual(
      [[...folded.edges], [...folded.counts]],
      [
        [1, 2, 3],
        [2, 1],
      ],
    );
  });

  it('loses no value by folding', () => {
    fc.assert(
      fc.property(histograms({ min: 1, max: 60 }, true), (given) => {
        const folded = foldToMagnitudes(given);
        assert.ok(Math.abs(total(folded) - total(given)) <= 1e-9 * total(given));
        assert.equal(histogramProblem(folded.counts, folded.edges), null);
      }),
    );
  });

  for (const [what, counts, edges, problem] of [
    ['no bins', [], [0], 'it has no bins'],
    ['an edge too few', [1, 2], [0, 1], '2 bins need 3 edges, not 2'],
    ['a count below 0', [-1], [0, 1], 'bin 1 holds -1 values'],
    ['a count that is no number', [NaN], [0, 1], 'bin 1 holds NaN values'],
    ['edges that fall', [1, 1], [0, 2, 1], 'its edges do not rise at bin 2'],
    ['an edge without end', [1], [0, Infinity], 'its edges do not rise at bin 1'],
  ] as const)
    it(`with ${what} is none`, () => assert.equal(histogramProblem([...counts], [...edges]), problem));
});
