/** The search itself: one tensor after the other, a range is kept only where the outputs of both halves of the inputs gain. */
import type { Method } from '../activations/thresholds/index.js';
import type { Sample } from '../tensors/samples.js';
import type { Progress } from './engine.js';
import type { Trials } from './trials.js';
import { t } from '../texts/translate.js';

/** Scales to start from, by the method that gives them, in the order of the pairs; 0 leaves a tensor in float. */
export type Starts = readonly (readonly [Method | 'table', Float32Array])[];

export interface Found {
  readonly start: Method | 'table';
  readonly startScales: Float32Array;
  readonly scales: Float32Array;
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  /** In ranges. */
  readonly changed: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** Tensors whose quantization costs anything, costliest first, by their index. */
  readonly worth: readonly number[];
}

interface Request {
  readonly names: readonly string[];
  readonly starts: Starts;
  readonly samples: readonly Sample[];
  readonly trials: Trials;
  readonly progress: Progress;
  /** Tensors that are known to cost something; without them they are looked for. */
  readonly worth?: readonly number[];
  /** Tensors whose scales may change; without it all. */
  readonly only?: ReadonlySet<string>;
}

/** Decibels that a range has to gain on each half, with its neighbours: ranges a hair apart differ by some hundredths for no reason. */
const LEAST_GAIN = 0.02;
/** What loses so many decibels on one input is not tried on the others. */
const CLEAR_LOSS = 0.3;
/** A gain has to hold for neighbours, too, that are so far off. */
const NEIGHBOURS = [0.99, 1.01];
/** Besides what the methods give, shares of the present range. */
const SHARES = [1.1, 0.9, 0.8];
/** Ranges that are nearer to each other are tried once. */
const SAME = 0.01;
const PASSES = 2;

export async function search(request: Request): Promise<Found> {
  const { starts, samples, names } = request;
  const halves: Halves = [samples.filter((_, i) => i % 2 === 0), samples.filter((_, i) => i % 2 === 1)];
  const [start, startScales] = await bestStart(request);
  const worth = request.worth ?? (await worthTrying(request, startScales));
  const searching = new Searching(request, halves, startScales);
  const before = await searching.begin();
  for (let pass = 0; pass < PASSES; pass++) {
    let hasGained = false;
    for (const [done, index] of worth.entries()) {
      if (request.progress.isLate()) break;
      await request.progress.report(
        pass * worth.length + done,
        PASSES * worth.length,
        t`tuning "${names[index] ?? ''}"`,
      );
      const tried = starts.map(([, scales]) => scales[index] ?? 0);
      if (await searching.tune(index, tried)) hasGained = true;
    }
    if (!hasGained) break;
  }
  const { scales, reached } = searching;
  const changed = names.flatMap((name, i) => {
    const [from, to] = [(startScales[i] ?? 0) * 127, (scales[i] ?? 0) * 127];
    return from === to ? [] : [{ name, from, to }];
  });
  return { start, startScales, scales, before, after: reached, changed, worth };
}

type Halves = readonly [readonly Sample[], readonly Sample[]];

/** The start with the best outputs; where only some tensors may change, the table that the others stay in. */
async function bestStart({
  starts,
  trials,
  samples,
  only,
}: Request): Promise<readonly [Method | 'table', Float32Array]> {
  const table = starts.find(([name]) => name === 'table');
  if (only && table) return table;
  let [best, most] = [starts[0] ?? (['minmax', new Float32Array(0)] as const), -Infinity];
  for (const start of starts) {
    const { mean } = await trials.measure(start[1], samples);
    if (mean > most) [best, most] = [start, mean];
  }
  return best;
}

/** Tensors whose quantization costs anything at all, costliest first: no range of the others can gain. */
async function worthTrying(
  { trials, samples, progress, names, only }: Request,
  scales: Float32Array,
): Promise<number[]> {
  const { mean: all } = await trials.measure(scales, samples);
  const costs: { index: number; cost: number }[] = [];
  for (let index = 0; index < scales.length && !progress.isLate(); index++) {
    if (only && !only.has(names[index] ?? '')) continue;
    await progress.report(index, scales.length, t`looking for tensors that a range can help`);
    const { mean } = await trials.measure(withScale(scales, index, 0), samples);
    costs.push({ index, cost: mean - all });
  }
  return costs
    .filter(({ cost }) => cost > LEAST_GAIN)
    .sort((a, b) => b.cost - a.cost)
    .map(({ index }) => index);
}

/** The present scales, and what the outputs of both halves reach with them. */
class Searching {
  scales: Float32Array;
  reached: readonly [number, number] = [NaN, NaN];
  readonly #request: Request;
  readonly #halves: Halves;
  /** What the outputs of the first input reach. */
  #first = NaN;

  constructor(request: Request, halves: Halves, scales: Float32Array) {
    this.#request = request;
    this.#halves = halves;
    this.scales = scales;
  }

  async begin(): Promise<readonly [number, number]> {
    this.#first = await this.#measureFirst(this.scales);
    this.reached = [await this.#measure(this.scales, 0), await this.#measure(this.scales, 1)];
    return this.reached;
  }

  /** Tries other scales for one tensor; true when one was taken. */
  async tune(index: number, others: readonly number[]): Promise<boolean> {
    const present = this.scales[index] ?? 0;
    const tried: number[] = [present];
    let hasGained = false;
    for (const scale of [...others, ...SHARES.map((share) => share * present)]) {
      const isKnown = tried.some((known) => Math.abs(scale / known - 1) < SAME);
      if (!(scale > 0) || isKnown || this.#request.progress.isLate()) continue;
      tried.push(scale);
      const reached = await this.#gainOf(withScale(this.scales, index, scale), index);
      if (!reached) continue;
      this.scales = withScale(this.scales, index, scale);
      this.reached = reached;
      this.#first = await this.#measureFirst(this.scales);
      hasGained = true;
    }
    return hasGained;
  }

  /** What both halves reach, if both gain, and do so with neighbouring scales, too. */
  async #gainOf(scales: Float32Array, index: number): Promise<readonly [number, number] | null> {
    if ((await this.#measureFirst(scales)) < this.#first - CLEAR_LOSS) return null;
    const reached: number[] = [];
    for (const half of [0, 1] as const) {
      const least = (this.reached[half] ?? 0) + LEAST_GAIN;
      const own = await this.#measure(scales, half);
      if (own < least) return null;
      reached.push(own);
    }
    for (const half of [0, 1] as const) {
      let sum = reached[half] ?? 0;
      for (const share of NEIGHBOURS)
        sum += await this.#measure(withScale(scales, index, (scales[index] ?? 0) * share), half);
      if (sum / (1 + NEIGHBOURS.length) < (this.reached[half] ?? 0) + LEAST_GAIN) return null;
    }
    return [reached[0] ?? NaN, reached[1] ?? NaN];
  }

  async #measureFirst(scales: Float32Array): Promise<number> {
    return (await this.#request.trials.measure(scales, this.#halves[0].slice(0, 1))).mean;
  }

  async #measure(scales: Float32Array, half: 0 | 1): Promise<number> {
    return (await this.#request.trials.measure(scales, this.#halves[half])).mean;
  }
}

function withScale(scales: Float32Array, index: number, scale: number): Float32Array {
  const changed = scales.slice();
  changed[index] = scale;
  return changed;
}
