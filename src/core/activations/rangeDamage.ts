/** What scales do to values as they are, value by value: exact, where a histogram can only tell of bins. */
import { LARGEST_LEVEL } from './damage.js';
import { fakeQuantized } from './fakeQuantize.js';

/** A scale is a float32: 127 times it misses the range that it was made of by so much. */
const ROUNDING = 1 + 1e-6;

/** Sums over values; those that are NaN or infinite are passed over. */
export class RangeDamage {
  #signal = 0;
  #noise = 0;
  #clipped = 0;
  #count = 0;

  /** Takes values under one scale (float32, above 0). */
  add(values: ArrayLike<number>, scale: number): void {
    for (let i = 0; i < values.length; i++) this.take(values[i] ?? 0, scale);
  }

  /** Takes one value. */
  take(x: number, scale: number): void {
    if (!(x - x === 0)) return;
    const error = x - fakeQuantized(x, scale);
    this.#signal += x * x;
    this.#noise += error * error;
    this.#count++;
    if (Math.abs(x) > scale * LARGEST_LEVEL * ROUNDING) this.#clipped++;
  }

  /** Signal to noise in dB: Infinity without noise, NaN without a value other than 0. */
  get sqnrDb(): number {
    return this.#signal > 0 ? 10 * Math.log10(this.#signal / this.#noise) : NaN;
  }

  /** Share of the values beyond ±127 * scale, from 0 to 1; 0 without values. */
  get clippedShare(): number {
    return this.#count === 0 ? 0 : this.#clipped / this.#count;
  }
}
