import assert from 'node:assert/strict';
import fc from 'fast-check';
import { histogram, isDrawable, rangesOf, summarize, type Spacing } from '../../../src/core/table/stats.js';
import { tensorrtTable } from '../support/tables.js';

const ranges = fc.array(fc.double()).map((values) => Float64Array.from(values));
const spacing = fc.constantFrom<Spacing>('log', 'linear');

describe('the summary', () => {
  it('counts what can not be drawn apart, each kind', () => {
    const table = tensorrtTable([
      ['a', 0],
      ['b', Infinity],
      ['c', NaN],
      ['d', -1],
      ['e', 1],
      ['f', 3],
      ['g', -Infinity],
    ]);
    const { entries, zeros, infinities, nans, negatives, smallestRange, medianRange, largestRange } = summarize(
      rangesOf(table),
    );
    assert.deepEqual([entries, zeros, infinities, nans, negatives], [7, 1, 2, 1, 1]);
    assert.deepEqual([smallestRange, medianRange, largestRange], [127, 254, 381]);
  });

  it('has no ranges when there are none', () => {
    const { smallestRange, medianRange, largestRange } = summarize(Float64Array.of(0, NaN));
    assert.deepEqual([smallestRange, medianRange, largestRange], [null, null, null]);
  });

  it('takes the middle one of an odd number', () => {
    assert.equal(summarize(Float64Array.of(9, 1, 4)).medianRange, 4);
  });

  it('accounts for every entry once', () => {
    fc.assert(
      fc.property(ranges, (values) => {
        const { entries, zeros, infinities, nans, negatives } = summarize(values);
        assert.equal(entries, zeros + infinities + nans + negatives + values.filter(isDrawable).length);
      }),
    );
  });
});

describe('the histogram', () => {
  it('has every drawable entry in a bin, and nothing else', () => {
    fc.assert(
      fc.property(ranges, spacing, fc.integer({ min: 1, max: 60 }), (values, kind, bins) => {
        const { counts, below, above } = histogram(values, kind, bins);
        assert.equal(
          counts.reduce((sum, count) => sum + count, (below?.count ?? 0) + (above?.count ?? 0)),
          values.filter(isDrawable).length,
        );
      }),
    );
  });

  it('has one edge more than bins, ascending', () => {
    fc.assert(
      fc.property(
        ranges.filter((values) => values.some(isDrawable)),
        spacing,
        (values, kind) => {
          const { edges, counts } = histogram(values, kind, 20);
          assert.equal(edges.length, counts.length + 1);
          assert.ok(edges.every((edge, i) => i === 0 || edge >= (edges[i - 1] ?? 0)));
        },
      ),
    );
  });

  it('puts decades into equal bins when logarithmic', () => {
    assert.deepEqual(histogram(Float64Array.of(0.01, 0.2, 3, 100), 'log', 4).counts, [1, 1, 1, 1]);
  });

  it('starts at zero when linear', () => {
    const { edges, counts } = histogram(Float64Array.of(1, 2, 3, 4), 'linear', 2);
    assert.deepEqual(edges, [0, 2, 4]);
    assert.deepEqual(counts, [1, 3]);
  });

  it('gives a single value room', () => {
    const { edges, counts } = histogram(Float64Array.of(5, 5), 'log', 3);
    assert.deepEqual(counts, [0, 2, 0]);
    assert.ok((edges[0] ?? NaN) < 5 && (edges[3] ?? NaN) > 5);
  });

  it('is empty without anything to draw', () => {
    assert.deepEqual(histogram(Float64Array.of(0, NaN, Infinity, -1), 'log'), {
      spacing: 'log',
      edges: [],
      counts: [],
      below: null,
      above: null,
    });
  });

  it('is drawn for the bulk of the ranges, and counts what lies far out', () => {
    const bulk = Array.from({ length: 160 }, (_, i) => 1 + (i % 40) / 4);
    const outliers = [...Array<number>(18).fill(1e38), 1e-30];
    for (const kind of ['log', 'linear'] as const) {
      const { edges, below, above } = histogram(Float64Array.from([...bulk, ...outliers]), kind);
      assert.deepEqual(above, { count: 18, edge: 1e38 });
      assert.deepEqual(below, kind === 'log' ? { count: 1, edge: 1 } : null);
      assert.ok((edges.at(-1) ?? Infinity) < 11, kind);
    }
  });

  it('is drawn for all ranges where none is far out, or many are', () => {
    const spread = Float64Array.from({ length: 100 }, (_, i) => 10 ** (i / 25));
    const halves = Float64Array.from({ length: 100 }, (_, i) => (i % 2 ? 1e20 : 1));
    const equal = Float64Array.from({ length: 100 }, (_, i) => (i < 3 ? 1.01 : 1));
    for (const values of [spread, halves, equal]) {
      const { below, above } = histogram(values, 'log');
      assert.deepEqual([below, above], [null, null]);
    }
  });
});
