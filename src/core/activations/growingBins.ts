/** Bins of one width about 0 that become more as values become larger. */
import type { Histogram } from './histogram.js';

/** Bins of |x| that the first input is cut into; their width stays (NVIDIA/TensorRT, pytorch_quantization, calib/histogram.py). */
export const FIRST_BINS = 2048;
/** So many bins of |x| at most: far larger values make bins twice as wide, as often as it takes. */
const MOST_BINS = 16 * FIRST_BINS;

export class GrowingBins {
  width: number;
  /** Bins of each side; 0 stands at index `origin`. One more than is used: the largest value lies on an edge. */
  counts: Float64Array;
  origin: number;

  /** @param zeros values that are 0 and were counted before */
  constructor(amax: number, zeros: number) {
    this.width = amax / FIRST_BINS;
    this.origin = FIRST_BINS + 1;
    this.counts = new Float64Array(2 * this.origin);
    this.counts[this.origin] = zeros;
  }

  /**
   * Counts finite values, all of which lie from `min` to `max`.
   * @returns their sum
   */
  add(values: Float32Array, min: number, max: number): number {
    this.#makeRoom(min);
    this.#makeRoom(max);
    const { counts, origin } = this;
    const scale = 1 / this.width;
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      const x = values[i] ?? 0;
      sum += x;
      const bin = (x * scale + origin) | 0;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return sum;
  }

  /** Sees to it that a value has a bin. */
  #makeRoom(value: number): void {
    const amax = Math.abs(value);
    while (amax / this.width > MOST_BINS) this.#widen();
    const wanted = Math.ceil(amax / this.width) + 1;
    if (wanted > this.origin) this.#resize(Math.min(MOST_BINS + 1, Math.max(wanted, Math.ceil(this.origin * 1.25))));
  }

  /** Without the empty bins at both ends. */
  get histogram(): Histogram {
    const counts = this.counts.slice();
    const top = this.#top(counts);
    const bottom = Math.min(
      this.origin,
      counts.findIndex((count) => count > 0),
    );
    return {
      counts: counts.slice(bottom, top + 1),
      edges: Float64Array.from({ length: top + 2 - bottom }, (_, i) => (bottom + i - this.origin) * this.width),
    };
  }

  /** The last bin; what lies on its upper edge, the largest value, belongs to it. */
  #top(counts: Float64Array): number {
    const last = counts.findLastIndex((count) => count > 0);
    if (last !== this.origin + FIRST_BINS || counts.length > 2 * (FIRST_BINS + 1)) return Math.max(last, this.origin);
    counts[last - 1] = (counts[last - 1] ?? 0) + (counts[last] ?? 0);
    return last - 1;
  }

  #widen(): void {
    const half = Math.ceil(this.origin / 2);
    const counts = new Float64Array(2 * half);
    this.counts.forEach((count, bin) => {
      const to = half + Math.floor((bin - this.origin) / 2);
      counts[to] = (counts[to] ?? 0) + count;
    });
    this.width *= 2;
    this.counts = counts;
    this.origin = half;
  }

  #resize(side: number): void {
    const counts = new Float64Array(2 * side);
    counts.set(this.counts, side - this.origin);
    this.counts = counts;
    this.origin = side;
  }
}
