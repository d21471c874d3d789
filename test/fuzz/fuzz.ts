import { mutate } from './mutate.js';
import { Random } from './random.js';
import type { Target } from './target.js';

export interface Fault {
  /** Which input it was. */
  readonly input: number;
  readonly error: unknown;
}

export interface Slowest {
  readonly milliseconds: number;
  readonly input: number;
}

export interface Outcome {
  readonly inputs: number;
  readonly faults: readonly Fault[];
  /** Processor time of the slowest input, in milliseconds, and which it was. */
  readonly slowest: Slowest;
}

/** Enough to see what is wrong. */
const MOST_FAULTS = 20;

/** Tries the inputs of a seed from `first` on; each is made from the seed and its own number alone. */
export function fuzz(target: Target, seed: string, first: number, count: number): Outcome {
  const seeds = target.seeds();
  const faults: Fault[] = [];
  let slowest = { milliseconds: 0, input: first };
  let input = first;
  for (; input < first + count && faults.length < MOST_FAULTS; input++) {
    const random = new Random(seed, target.name, input);
    const bytes = mutate(random.pick(seeds), random, seeds);
    const start = process.cpuUsage();
    try {
      target.check(bytes, random);
    } catch (error) {
      faults.push({ input, error });
    }
    const { user, system } = process.cpuUsage(start);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, input };
  }
  return { inputs: input - first, faults, slowest };
}

/** How to see a fault again. */
export function replay(target: Target, seed: string, input: number): string {
  return `npm run fuzz -- ${target.name} --seed ${seed} --only ${input}`;
}
