/**
 * Ranges chosen by what they do to the outputs, not to tensors by themselves. A search learns its inputs, so others judge it: where the
 * tuned ranges are not better on those, the best plain method's are the answer.
 */
import type { Activations } from '../activations/collector.js';
import { METHODS, type Method } from '../activations/thresholds/index.js';
import { planQdq, type QdqPlan } from '../transfer/toQdq.js';
import { NO_HEADER } from '../table/header.js';
import type { CalibrationTable } from '../table/table.js';
import { TensorError } from '../tensors/tensor.js';
import type { Sample } from '../tensors/samples.js';
import type { CalibrateRequest, TuneReport } from './calibration.js';
import type { Progress } from './engine.js';
import { profile } from './profile.js';
import { rangeOf } from './rangeOf.js';
import { withReferences, type References } from './references.js';
import { search, type Found, type Starts } from './search.js';
import type { Subject } from './subject.js';
import { withTrials, type Trials } from './trials.js';
import { t } from '../texts/translate.js';

export interface Tuned {
  /** ±ranges of tensors that were changed, if the tuned ones are the answer. */
  readonly ranges: ReadonlyMap<string, number>;
  /** The method for all other tensors. */
  readonly plain: Method;
  readonly report: TuneReport;
}

/** Fewer leave nothing to judge by. */
const LEAST_INPUTS = 4;
/** From so many on a quarter is held out; fewer are left out two by two, in turn. */
const ENOUGH_INPUTS = 16;
const LEFT_OUT = 2;
/** Of the time; the rest is for the searches that judge. */
const SHARE_OF_SEARCH = 0.5;

/** Tunes. @param activations of all inputs. Throws {@link TensorError} for too few inputs. */
export async function tune(
  subject: Subject,
  activations: ReadonlyMap<string, Activations>,
  request: CalibrateRequest,
): Promise<Tuned> {
  const { samples } = subject;
  if (samples.length < LEAST_INPUTS)
    throw new TensorError(
      t`tuning needs ${LEAST_INPUTS} inputs at least, to try and to judge by; there are ${samples.length}.`,
    );
  const plan = await planOf(subject, activations, request);
  const raised = { ...subject, model: plan.model };
  return withReferences(raised, (references) =>
    withTrials(raised, plan.placement, true, references, (trials) =>
      new Tuning({ subject: raised, plan, request, references, trials }).run(activations),
    ),
  );
}

interface Means {
  readonly subject: Subject;
  readonly plan: QdqPlan;
  readonly request: CalibrateRequest;
  readonly references: References;
  readonly trials: Trials;
}

class Tuning {
  readonly #means: Means;
  #isCut = false;

  constructor(means: Means) {
    this.#means = means;
  }

  async run(activations: ReadonlyMap<string, Activations>): Promise<Tuned> {
    const { samples } = this.#means.subject;
    const isEnough = samples.length >= ENOUGH_INPUTS;
    const held = isEnough ? samples.filter((_, i) => i % 4 === 3) : [];
    const used = samples.filter((sample) => !held.includes(sample));
    const starts = isEnough ? await this.#startsOf(used) : this.#starts(activations);
    const found = await this.#search(used, starts, isEnough ? 1 : SHARE_OF_SEARCH);
    const gains = isEnough ? [await this.#gain(found, held)] : await this.#leftOutInTurn(found);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const isTaken = gains.length > 0 && mean > 0 && found.changed.length > 0;
    return {
      plain: found.start === 'table' ? 'minmax' : found.start,
      ranges: this.#ranges(isTaken ? found.scales : found.startScales, found.start === 'table' || isTaken),
      report: {
        start: found.start,
        before: found.before,
        after: found.after,
        changed: found.changed,
        runs: this.#means.trials.runs,
        isCut: this.#isCut,
        verdict: isEnough ? 'held out' : 'left out in turn',
        gains,
        isTaken,
      },
    };
  }

  /** The search again and again without some inputs, and what it gains on these. */
  async #leftOutInTurn({ worth }: Found): Promise<number[]> {
    const { samples, progress } = this.#means.subject;
    const searches = Math.ceil(samples.length / LEFT_OUT);
    const gains: number[] = [];
    for (let done = 0; done < searches && !progress.isLate(); done++) {
      const judges = samples.slice(done * LEFT_OUT, (done + 1) * LEFT_OUT);
      const rest = samples.filter((sample) => !judges.includes(sample));
      const share = SHARE_OF_SEARCH + ((1 - SHARE_OF_SEARCH) * (done + 1)) / searches;
      gains.push(await this.#gain(await this.#search(rest, await this.#startsOf(rest), share, worth), judges));
    }
    return gains;
  }

  /** Decibels that the tuned scales are better by than the plain method's. */
  async #gain({ scales, startScales }: Found, judges: readonly Sample[]): Promise<number> {
    const { measure } = this.#means.trials;
    return (await measure(scales, judges)).mean - (await measure(startScales, judges)).mean;
  }

  /** @param share of the time (0 to 1) that is over when it has to stop */
  async #search(samples: readonly Sample[], starts: Starts, share: number, worth?: readonly number[]): Promise<Found> {
    const { trials, subject, request } = this.#means;
    const progress: Progress = { ...subject.progress, isLate: () => subject.progress.isLate(share) };
    const found = await search({
      names: this.#names,
      starts,
      samples,
      trials,
      progress,
      ...(worth && { worth }),
      ...(request.only && { only: request.only }),
    });
    this.#isCut ||= progress.isLate();
    return found;
  }

  get #names(): string[] {
    return this.#means.plan.placement.pairs.map(({ tensor }) => tensor);
  }

  /** What the methods give on some of the inputs. */
  async #startsOf(samples: readonly Sample[]): Promise<Starts> {
    const { subject } = this.#means;
    const { activations } = await profile({ ...subject, samples }, { tensors: this.#names, histograms: true });
    return this.#starts(activations);
  }

  #starts(activations: ReadonlyMap<string, Activations>): Starts {
    const { request } = this.#means;
    const starts = METHODS.map((method) => {
      const scales = this.#names.map((name) => {
        const values = activations.get(name);
        const range = values ? rangeOf(values, method, request.percentile) : '';
        return typeof range === 'number' ? range / 127 : 0;
      });
      return [method, Float32Array.from(scales)] as const;
    });
    const { from } = request;
    if (!from) return starts;
    const [first] = starts;
    const table = this.#names.map((name, i) => (from.get(name) ?? (first?.[1][i] ?? 0) * 127) / 127);
    return [...starts, ['table', Float32Array.from(table)]];
  }

  #ranges(scales: Float32Array, wanted: boolean): ReadonlyMap<string, number> {
    return wanted ? new Map(this.#names.map((name, i) => [name, (scales[i] ?? 0) * 127])) : new Map();
  }
}

/** Where pairs go: the same whatever the ranges are. */
function planOf(
  { model, external }: Subject,
  activations: ReadonlyMap<string, Activations>,
  { placement }: CalibrateRequest,
): Promise<QdqPlan> {
  const ranges = [...activations].flatMap(([name, values]) => {
    const range = rangeOf(values, 'minmax');
    return typeof range === 'number' ? [[name, range] as const] : [];
  });
  const table: CalibrationTable = {
    format: 'tensorrt-ranges',
    quantity: 'amax',
    header: NO_HEADER,
    names: ranges.map(([name]) => name),
    values: Float64Array.from(ranges, ([, range]) => range),
  };
  const options = { placement, exclude: [], perTensorWeights: false, replaceQdq: true };
  return planQdq(table, model.bytes, options, { external });
}
