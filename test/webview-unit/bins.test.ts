import assert from 'node:assert/strict';
import fc from 'fast-check';
import { histogram, summarize } from '../../src/core/table/stats.js';
import {
  allBins,
  barBounds,
  binCountFor,
  binOf,
  describeBin,
  describeHistogram,
  describeSpan,
  isBinInSpan,
  notDrawn,
  spanOfBin,
} from '../../webview/table/parts/bins.js';
import { isInSpan } from '../../webview/table/parts/criteria.js';

const UNIT = ['tensor', 'tensors'] as const;
const ranges = Float64Array.from([0.1, 1, 10, 100, 0, Infinity, NaN, -3]);

describe('bins of the histogram', () => {
  const bins = histogram(ranges, 'log', 3);

  it('hold every range that is drawn, once', () => {
    const usual = fc.double({ min: 1, max: 4, noNaN: true });
    const any = fc.double({ min: 1e-30, max: 1e30, noNaN: true });
    const drawable = fc.array(fc.oneof({ weight: 5, arbitrary: usual }, any), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(drawable, fc.constantFrom('log', 'linear'), (values, spacing) => {
        const made = histogram(Float64Array.from(values), spacing, 10);
        const bins = allBins(made);
        const spans = bins.map((bin) => spanOfBin(made, bin));
        return values.every(
          (range) =>
            spans.filter((span) => isInSpan(range, span)).length === 1 &&
            isInSpan(range, spanOfBin(made, binOf(made, range) ?? NaN)),
        );
      }),
    );
  });

  it('hold nothing that is not drawn', () => {
    for (const range of [0, Infinity, NaN, -3]) assert.equal(binOf(bins, range), null);
    assert.deepEqual(notDrawn(summarize(ranges)), [
      { label: 'zero', count: 1, flag: 'zero' },
      { label: 'Inf', count: 1, flag: 'inf' },
      { label: 'NaN', count: 1, flag: 'nan' },
      { label: 'negative', count: 1, flag: 'negative' },
    ]);
  });

  it('know whether they lie in a span of other bins', () => {
    const span = spanOfBin(bins, 1);
    assert.deepEqual(
      [0, 1, 2].map((bin) => isBinInSpan(bins, bin, span)),
      [false, true, false],
    );
  });

  it('have one for what lies far out at either end', () => {
    const far = Float64Array.from([...Array.from({ length: 30 }, (_, i) => 1 + (i % 7)), 1e38, 1e38, 1e-20]);
    const made = histogram(far, 'log', 5);
    assert.deepEqual(allBins(made), [-1, 0, 1, 2, 3, 4, 5]);
    assert.equal(describeBin(made, 5, UNIT), '± 1e38 and more, far out: 2 tensors');
    assert.match(describeHistogram(made, summarize(far), UNIT), /Far out, in bars of their own: 1 below, 2 above\.$/);
    assert.ok(isBinInSpan(made, 5, spanOfBin(made, 5)) && !isBinInSpan(made, 4, spanOfBin(made, 5)));
    assert.ok(isBinInSpan(made, -1, spanOfBin(made, -1)) && !isBinInSpan(made, 5, spanOfBin(made, -1)));
  });

  it('are put in words', () => {
    assert.equal(describeBin(bins, 0, UNIT), '± 0.1 to 1: 1 tensor');
    assert.match(
      describeHistogram(bins, summarize(ranges), UNIT),
      /^Histogram of the dynamic range across 4 tensors, logarithmic axis, from ± 0\.1 to ± 100/,
    );
    assert.match(
      describeHistogram(histogram(new Float64Array(3), 'log'), summarize(new Float64Array(3)), UNIT),
      /without bars/,
    );
    assert.equal(describeSpan({ low: 0, high: 2 }), 'below ± 2');
    assert.equal(describeSpan({ low: 2, high: Infinity }), '± 2 and more');
  });

  it('are few for few entries', () => {
    assert.equal(binCountFor(9), 12);
    assert.equal(binCountFor(100_000), 80);
  });

  it('leave small bars a scale that one outlier does not flatten', () => {
    assert.deepEqual(barBounds(Float64Array.from([0.1, 1, 10, 0, -1])), [0.1, 10]);
    assert.deepEqual(barBounds(Float64Array.from([0.1, 0.2, 0.5, 1, 1, 2, 3, 5, 10, 1e38])), [0.1, 10]);
  });
});
