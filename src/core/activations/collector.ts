/** Counts the values of a tensor, run by run, in one pass. */
import type { Histogram } from './histogram.js';

/** Bins of |x| that the first input is cut into; their width stays (NVIDIA/TensorRT, pytorch_quantization, calib/histogram.py). */
export const FIRST_BINS = 2048;
/** So many bins of |x| at most: a later input with far larger values makes bins twice as wide, as often as it takes. */
const MOST_BINS = 16 * FIRST_BINS;

/** No bin is narrower: far below what float32 can hold, and far enough from 0 to be divided by. */
const NARROWEST = 1e-300;

/** What is known of a tensor's values. */
export interface Activations {
  readonly count: number;
  readonly zeros: number;
  /** Values that are NaN or infinite; they count nowhere else. */
  readonly nonFinite: number;
  /** Infinity and -Infinity where there is no finite value. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Largest |x| of each input, in their order. */
  readonly amaxes: readonly number[];
  /** Signed, in bins of one width about 0; null where all values are 0, or there are none. */
  readonly histogram: Histogram | null;
}

/** Largest |x|; 0 without a value. */
export function amaxOf({ min, max, count }: Pick<Activations, 'min' | 'max' | 'count'>): number {
  return count === 0 ? 0 : Math.max(Math.abs(min), Math.abs(max));
}

export class Collector {
  #count = 0;
  #zeros = 0;
  #nonFinite = 0;
  #min = Infinity;
  #max = -Infinity;
  #sum = 0;
  /** Zeros of inputs that held nothing else, before there were bins. */
  #zerosBefore = 0;
  #width = 0;
  #above: Float64Array = new Float64Array(0);
  #below: Float64Array = new Float64Array(0);
  readonly #amaxes: number[] = [];

  /** Takes the values of one input. */
  add(values: ArrayLike<number>): void {
    const amax = this.#measure(values);
    this.#amaxes.push(amax);
    if (amax > 0) this.#makeRoom(amax);
    if (this.#width > 0) this.#fill(values);
    else this.#zerosBefore = this.#zeros;
  }

  get activations(): Activations {
    const finite = this.#count - this.#nonFinite;
    return {
      count: finite,
      zeros: this.#zeros,
      nonFinite: this.#nonFinite,
      min: this.#min,
      max: this.#max,
      mean: finite === 0 ? 0 : this.#sum / finite,
      amaxes: this.#amaxes,
      histogram: this.#width > 0 ? this.#histogram() : null,
    };
  }

  /** Everything but the histogram; returns the largest |x|. */
  #measure(values: ArrayLike<number>): number {
    let [min, max, sum, zeros, nonFinite] = [Infinity, -Infinity, 0, 0, 0];
    for (let i = 0; i < values.length; i++) {
      const x = values[i] ?? 0;
      // False for NaN and for both infinities.
      if (!(x - x === 0)) {
        nonFinite++;
        continue;
      }
      if (x < min) min = x;
      if (x > max) max = x;
      if (x === 0) zeros++;
      sum += x;
    }
    this.#count += values.length;
    this.#zeros += zeros;
    this.#nonFinite += nonFinite;
    this.#sum += sum;
    this.#min = Math.min(this.#min, min);
    this.#max = Math.max(this.#max, max);
    return max < min ? 0 : Math.max(Math.abs(min), Math.abs(max));
  }

  #makeRoom(amax: number): void {
    if (this.#width === 0) {
      this.#width = Math.max(amax / FIRST_BINS, NARROWEST);
      this.#above = new Float64Array(FIRST_BINS);
      this.#below = new Float64Array(FIRST_BINS);
      this.#above[0] = this.#zerosBefore;
    }
    while (amax / this.#width > MOST_BINS) {
      this.#width *= 2;
      this.#above = halved(this.#above);
      this.#below = halved(this.#below);
    }
    const bins = Math.ceil(amax / this.#width);
    if (bins > this.#above.length) {
      this.#above = longer(this.#above, bins);
      this.#below = longer(this.#below, bins);
    }
  }

  #fill(values: ArrayLike<number>): void {
    const [above, below, scale, last] = [this.#above, this.#below, 1 / this.#width, this.#above.length - 1];
    for (let i = 0; i < values.length; i++) {
      const x = values[i] ?? 0;
      if (!(x - x === 0)) continue;
      const bins = x < 0 ? below : above;
      // The largest value belongs to the last bin, not to one beyond it.
      const bin = Math.min((x < 0 ? -x : x) * scale, last) | 0;
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  }

  #histogram(): Histogram {
    const used = this.#below.findLastIndex((count) => count > 0) + 1;
    const counts = new Float64Array(used + this.#above.length);
    for (let bin = 0; bin < used; bin++) counts[used - 1 - bin] = this.#below[bin] ?? 0;
    counts.set(this.#above, used);
    return { counts, edges: Float64Array.from({ length: counts.length + 1 }, (_, i) => (i - used) * this.#width) };
  }
}

function halved(bins: Float64Array): Float64Array {
  return Float64Array.from(
    { length: Math.ceil(bins.length / 2) },
    (_, i) => (bins[2 * i] ?? 0) + (bins[2 * i + 1] ?? 0),
  );
}

function longer(bins: Float64Array, length: number): Float64Array {
  const result = new Float64Array(length);
  result.set(bins);
  return result;
}
