/** Counts the values of a tensor, run by run, in one pass. */
import { floatEnds } from './floatEnds.js';
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
  /** NaN where only ends were counted. */
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
  readonly #hasBins: boolean;

  /** @param hasBins whether a histogram is made; ends alone take less than half of the time, and give no mean */
  constructor(hasBins = true) {
    this.#hasBins = hasBins;
  }

  /** Takes the values of one input, as float32. */
  add(given: ArrayLike<number>): void {
    const values = given instanceof Float32Array ? given : Float32Array.from(given);
    if (this.#hasBins) this.#bins ??= this.#firstBins(values);
    let amax = 0;
    // What has been looked at once is still in the processor's cache when it is counted.
    for (let from = 0; from < values.length; from += BLOCK)
      amax = Math.max(amax, this.#take(values.subarray(from, from + BLOCK)));
    this.#amaxes.push(amax);
  }

  /** Counts some of an input's values; answers the largest |x| of them. */
  #take(values: Float32Array): number {
    const { min, max, filled, hasNonFinite } = floatEnds(values);
    if (hasNonFinite) {
      const finite = values.filter((x) => x - x === 0);
      this.#nonFinite += values.length - finite.length;
      return this.#take(finite);
    }
    if (values.length === 0) return 0;
    this.#sum += this.#bins?.add(values, min, max) ?? (filled === 0 ? 0 : NaN);
    this.#count += values.length;
    this.#zeros += values.length - filled;
    this.#min = Math.min(this.#min, min);
    this.#max = Math.max(this.#max, max);
    return Math.max(-min, max);
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
    const ends = floatEnds(values);
    const { min, max } = ends.hasNonFinite ? floatEnds(values.filter((x) => x - x === 0)) : ends;
    const amax = Math.max(-min, max);
    return amax > 0 ? new GrowingBins(amax, this.#zeros) : null;
  }
}

/** Values that fit into a processor's first cache with their bins. */
const BLOCK = 4096;
