/** Counts the values of a tensor, run by run, in one pass. */
import { GrowingBins } from './growingBins.js';
import type { Histogram } from './histogram.js';

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
  #bins: GrowingBins | null = null;
  readonly #amaxes: number[] = [];

  /** Takes the values of one input, as float32. */
  add(given: ArrayLike<number>): void {
    const values = given instanceof Float32Array ? given : Float32Array.from(given);
    this.#bins ??= this.#firstBins(values);
    const bins = this.#bins;
    const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
    let [counts, scale, origin] = bins ? [bins.counts, 1 / bins.width, bins.origin] : [NO_BINS, 0, 0];
    let [min, max, sum, filled, nonFinite] = [Infinity, -Infinity, 0, 0, 0];
    for (let i = 0; i < values.length; i++) {
      const x = values[i] ?? 0;
      // Neither NaN nor an infinity less itself is 0.
      if (x - x !== 0) {
        nonFinite++;
        continue;
      }
      if (x < min) min = x;
      if (x > max) max = x;
      sum += x;
      // 1 but for 0 and -0. A branch would be guessed wrong half of the time: what a rectifier leaves is half zeros.
      const magnitude = (bits[i] ?? 0) << 1;
      filled += (magnitude | -magnitude) >>> 31;
      let place = x * scale + origin;
      if (!(place >= 0 && place < counts.length)) {
        if (!bins) continue;
        bins.makeRoom(x);
        [counts, scale, origin] = [bins.counts, 1 / bins.width, bins.origin];
        place = x * scale + origin;
      }
      const bin = place | 0;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const zeros = values.length - nonFinite - filled;
    this.#count += values.length - nonFinite;
    this.#zeros += zeros;
    this.#nonFinite += nonFinite;
    this.#sum += sum;
    this.#min = Math.min(this.#min, min);
    this.#max = Math.max(this.#max, max);
    this.#amaxes.push(max < min ? 0 : Math.max(-min, max));
  }

  get activations(): Activations {
    return {
      count: this.#count,
      zeros: this.#zeros,
      nonFinite: this.#nonFinite,
      min: this.#min,
      max: this.#max,
      mean: this.#count === 0 ? 0 : this.#sum / this.#count,
      amaxes: this.#amaxes,
      histogram: this.#bins?.histogram ?? null,
    };
  }

  /** The first input with a value other than 0 fixes the width of bins; all before it was zeros. */
  #firstBins(values: Float32Array): GrowingBins | null {
    let amax = 0;
    for (let i = 0; i < values.length; i++) {
      const magnitude = Math.abs(values[i] ?? 0);
      if (magnitude > amax && magnitude < Infinity) amax = magnitude;
    }
    return amax > 0 ? new GrowingBins(amax, this.#zeros) : null;
  }
}

const NO_BINS = new Float64Array(0);
