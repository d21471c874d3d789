/** What is known of the values of a table's tensors. */
import { foldToMagnitudes, total, type Histogram, type Magnitudes } from '../../../src/core/activations/histogram.js';
import { clippedShare, levelsInUse, sqnrDb } from '../../../src/core/activations/damage.js';
import { isTooCoarse } from '../../../src/core/activations/coarse.js';
import { rangeByMethod, type Method, type RangeAnswer } from '../../../src/core/activations/thresholds/index.js';
import { unpackHistograms, type ShownValues } from '../../../src/protocol/values.js';

/** What a range does to values. */
export interface RangeEffect {
  /** Share beyond ±range, from 0 to 1; NaN where it can't be told. */
  readonly clipped: number;
  /** In decibels; NaN where it can't be told. */
  readonly sqnrDb: number;
  /** One bin is as wide as the range: nothing can be told. */
  readonly isTooCoarse: boolean;
}

/** A scale is a float32: 127 times it misses the range that it was made of by so much, and clips nothing by that. */
const ROUNDING = 1 + 1e-6;

const UNKNOWN: RangeEffect = { clipped: NaN, sqnrDb: NaN, isTooCoarse: false };

/** The values of one tensor, with what was worked out of them. */
export class TensorValues {
  readonly #magnitudes: Magnitudes;
  #effect: { readonly range: number; readonly effect: RangeEffect } | null = null;
  readonly #answers = new Map<Method, RangeAnswer>();
  readonly count: number;
  /** Where values lie: edges of the first and the last bin that hold any. */
  readonly bounds: readonly [least: number, most: number];

  constructor(readonly histogram: Histogram) {
    this.#magnitudes = foldToMagnitudes(histogram);
    this.count = total(histogram);
    const { counts, edges } = histogram;
    const [first, last] = [counts.findIndex(Boolean), counts.findLastIndex(Boolean)];
    this.bounds = first < 0 ? [edges[0] ?? 0, edges[counts.length] ?? 1] : [edges[first] ?? 0, edges[last + 1] ?? 1];
  }

  /** What ±range does to them. */
  under(range: number): RangeEffect {
    if (this.#effect?.range === range) return this.#effect.effect;
    const effect = this.#under(range);
    this.#effect = { range, effect };
    return effect;
  }

  /** How many of 255 levels they use under ±range; null where bins are too wide to tell. */
  levels(range: number): number | null {
    return range > 0 ? levelsInUse(this.histogram, range) : null;
  }

  /** What a method would give. */
  answer(method: Method): RangeAnswer {
    const answer = this.#answers.get(method) ?? rangeByMethod(this.#magnitudes, method);
    this.#answers.set(method, answer);
    return answer;
  }

  #under(range: number): RangeEffect {
    if (!(range > 0 && Number.isFinite(range))) return UNKNOWN;
    if (isTooCoarse(this.#magnitudes, range)) return { ...UNKNOWN, isTooCoarse: true };
    return {
      clipped: clippedShare(this.#magnitudes, range * ROUNDING),
      sqnrDb: sqnrDb(this.#magnitudes, range),
      isTooCoarse: false,
    };
  }
}

/** The values of all tensors of which something is known; worked out when they are asked for. */
export class Values {
  readonly #histograms: ReadonlyMap<string, Histogram>;
  readonly #known = new Map<string, TensorValues>();
  /** The file that they come from, where that is another than the table's. */
  readonly source: string | null;

  constructor(shown: ShownValues) {
    this.#histograms = unpackHistograms(shown);
    this.source = shown.source;
  }

  of(name: string): TensorValues | null {
    const known = this.#known.get(name);
    if (known) return known;
    const histogram = this.#histograms.get(name);
    if (!histogram) return null;
    const values = new TensorValues(histogram);
    this.#known.set(name, values);
    return values;
  }

  /** Whether one of these names has values. */
  hasAny(names: readonly string[]): boolean {
    return this.#histograms.size > 0 && names.some((name) => this.#histograms.has(name));
  }
}
