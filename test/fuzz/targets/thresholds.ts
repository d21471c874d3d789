import assert from 'node:assert/strict';
import type { Histogram } from '../../../src/core/activations/histogram.js';
import { METHODS, rangeByMethod } from '../../../src/core/activations/thresholds/index.js';
import { histogram } from '../../core/activations/arbitrary.js';
import { slowEntropy, slowMse, slowPercentile } from '../../core/activations/slowThresholds.js';
import type { Random } from '../random.js';
import type { Target } from '../target.js';

/** Entropy and mean squared error look at no fewer. */
const LEAST_BINS = 256;
/** More would make the slow definitions slow. */
const MOST_BINS = 300;

/** A range of each method is the one of its definition, which slowThresholds.ts follows word by word. */
export const thresholdTargets: readonly Target[] = [
  {
    name: 'thresholds',
    seeds: () => [bell(LEAST_BINS, 40), bell(MOST_BINS, 4), new Uint8Array(LEAST_BINS).fill(7), spikes()],
    short: 60,
    check: (bytes, random) => {
      const given = fromBytes(bytes, random);
      const [counts, edges] = [[...given.counts], [...given.edges]];
      const percentile = 1 + 98.99 * random.next();
      const expected = {
        minmax: edges[counts.findLastIndex((count) => count > 0) + 1],
        entropy: edges[slowEntropy(counts)],
        percentile: slowPercentile(counts, edges, percentile),
        mse: slowMse(counts, edges),
      };
      for (const method of METHODS)
        assert.deepEqual(rangeByMethod(given, method, percentile), { range: expected[method] }, method);
    },
  },
];

/** A byte is a bin; some are counted a thousand times, as the first of a rectified tensor are. */
function fromBytes(bytes: Uint8Array, random: Random): Histogram {
  const counts: number[] = Array.from(
    { length: Math.min(MOST_BINS, Math.max(LEAST_BINS, bytes.length)) },
    (_, i) => bytes[i] ?? 0,
  );
  const heavy = random.below(8);
  for (let i = 0; i < heavy; i++) counts[i] = (counts[i] ?? 0) * 1000;
  if (!counts.some((count) => count > 0)) counts[random.below(counts.length)] = 1;
  const width = 1e-4 + 10 * random.next();
  return histogram(
    counts,
    Array.from({ length: counts.length + 1 }, (_, i) => i * width),
  );
}

function bell(bins: number, width: number): Uint8Array {
  return Uint8Array.from({ length: bins }, (_, i) => 255 * Math.exp(-((i / width) ** 2) / 2));
}

function spikes(): Uint8Array {
  return Uint8Array.from({ length: MOST_BINS }, (_, i) => (i % 37 === 0 ? 200 : 0));
}
