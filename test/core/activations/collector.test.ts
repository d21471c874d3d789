import assert from 'node:assert/strict';
import fc from 'fast-check';
import { floatEnds } from '../../../src/core/activations/floatEnds.js';
import { Collector } from '../../../src/core/activations/collector.js';
import { FIRST_BINS } from '../../../src/core/activations/growingBins.js';
import { fakeQuantized } from '../../../src/core/activations/fakeQuantize.js';
import { foldToMagnitudes, total } from '../../../src/core/activations/histogram.js';
import { RangeDamage } from '../../../src/core/activations/rangeDamage.js';
import { histogramProblem } from '../../../src/core/activations/histogram.js';

function collected(...inputs: readonly (readonly number[])[]) {
  const collector = new Collector();
  inputs.forEach((values) => collector.add(values));
  return collector.activations;
}

describe('counting values', () => {
  it('tells the smallest, the largest, the mean, zeros, and the largest of each input', () => {
    const { histogram, ...rest } = collected([1, -4, 0], [0.5, NaN, Infinity, 2.5]);
    assert.deepEqual(rest, { count: 5, zeros: 1, nonFinite: 2, min: -4, max: 2.5, mean: 0, amaxes: [4, 2.5] });
    assert.equal(total(histogram ?? { counts: new Float64Array(), edges: new Float64Array() }), 5);
  });

  it('fixes the width of bins by the first input, and adds bins for larger values', () => {
    const { histogram } = collected([2048], [-4096]);
    assert.ok(histogram);
    assert.equal((histogram.edges[1] ?? 0) - (histogram.edges[0] ?? 0), 1);
    const magnitudes = foldToMagnitudes(histogram);
    assert.deepEqual([magnitudes.counts.length, magnitudes.counts[FIRST_BINS], magnitudes.counts[4095]], [4096, 1, 1]);
  });

  it('counts zeros of inputs that hold nothing else', () => {
    assert.equal(collected([0, 0]).histogram, null);
    assert.equal(collected([]).histogram, null);
    const { histogram } = collected([0, 0], [1], [0]);
    assert.equal(histogram?.counts[0], 3);
  });

  it('takes wider bins rather than millions of them', () => {
    const { histogram } = collected([1e-20, 1e-21], [1, -1]);
    assert.ok((histogram?.counts.length ?? Infinity) <= 2 * 16 * FIRST_BINS);
    assert.equal(total(histogram ?? { counts: new Float64Array(), edges: new Float64Array() }), 4);
  });

  it('holds every value in the bin that it lies in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 20 }), { maxLength: 5 }),
        (inputs) => {
          const { histogram, count, min, max } = collected(...inputs);
          if (!histogram) return inputs.flat().every((value) => value === 0);
          assert.equal(histogramProblem(histogram.counts, histogram.edges), null);
          assert.equal(total(histogram), count);
          const width = (histogram.edges[1] ?? 0) - (histogram.edges[0] ?? 0);
          return (histogram.edges[0] ?? 0) <= min + width && (histogram.edges.at(-1) ?? 0) >= max - width;
        },
      ),
    );
  });
});

describe('quantizing value by value', () => {
  it('rounds half to even and clips as INT8 does', () => {
    const levels = [-65, -64, -63.75, -0.25, 0.25, 0.75, 63.5, 64].map((x) => fakeQuantized(x, 0.5) / 0.5);
    assert.deepEqual(levels, [-128, -128, -128, 0, 0, 2, 127, 127]);
  });

  it('costs a ramp the noise of its steps: a twelfth of their square', () => {
    const scale = Math.fround(1 / 127);
    const damage = new RangeDamage();
    const ramp = Float64Array.from({ length: 254_001 }, (_, i) => i / 127_000 - 1);
    damage.add(ramp, scale);
    const signal = ramp.reduce((sum, x) => sum + x * x, 0) / ramp.length;
    assert.ok(Math.abs(damage.sqnrDb - 10 * Math.log10(signal / (scale ** 2 / 12))) < 0.05);
  });

  it('counts what lies beyond the range', () => {
    const damage = new RangeDamage();
    damage.add([-127.5, 127, 127.5, 3, NaN], 1);
    assert.equal(damage.clippedShare, 0.5);
    assert.equal(new RangeDamage().clippedShare, 0);
  });
});

describe('the ends of floats', () => {
  it('are those that comparing one by one gives, of one sign or both, with zeros of either sign', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 12 }), (numbers) => {
        const values = Float32Array.from(numbers);
        const { min, max, filled, hasNonFinite } = floatEnds(values);
        assert.equal(min, Math.min(...values) + 0);
        assert.equal(max, Math.max(...values) + 0);
        assert.equal(filled, values.filter((value) => value !== 0).length);
        assert.equal(hasNonFinite, false);
      }),
      { numRuns: 3000 },
    );
  });

  it('tell of what is no number', () => {
    for (const odd of [NaN, Infinity, -Infinity]) assert.ok(floatEnds(Float32Array.of(1, odd, -1)).hasNonFinite);
  });
});
