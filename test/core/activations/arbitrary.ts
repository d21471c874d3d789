import fc from 'fast-check';
import type { Histogram } from '../../../src/core/activations/histogram.js';

/** Histograms with even bins, some of them empty. */
export function histograms(bins: { min: number; max: number }, signed: boolean): fc.Arbitrary<Histogram> {
  return fc
    .record({
      counts: fc.array(fc.oneof(fc.nat(1000), fc.constant(0)), { minLength: bins.min, maxLength: bins.max }),
      width: fc.double({ min: 1e-4, max: 10, noNaN: true }),
      below: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .filter(({ counts }) => counts.some((count) => count > 0))
    .map(({ counts, width, below }) => ({
      counts: Float64Array.from(counts),
      edges: Float64Array.from(
        { length: counts.length + 1 },
        (_, i) => (i - (signed ? below * counts.length : 0)) * width,
      ),
    }));
}

export function histogram(counts: readonly number[], edges: readonly number[]): Histogram {
  return { counts: Float64Array.from(counts), edges: Float64Array.from(edges) };
}
