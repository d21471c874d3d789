/** One trial: two tables whose truth is known, and how well they were aligned. */
import { Random } from '../../samples/generator/random.js';
import { alignTables, type Match } from '../../src/core/diff/align/align.js';
import { DOUBTFUL_BELOW } from '../../src/core/diff/align/doubtful.js';
import { floatToBits } from '../../src/core/bytes/float32.js';
import { parseHeader } from '../../src/core/table/header.js';
import { valuesFromBits, type CalibrationTable } from '../../src/core/table/table.js';
import { editNetwork, jitterScales } from './mutate.js';
import { NetworkMaker, type Layer } from './network.js';
import type { Scheme } from './naming.js';
import type { Renaming } from './scenarios.js';

/** Counts over trials. */
export interface Outcome {
  /** Pairs that there are. */
  readonly truth: number;
  /** Pairs that were found with a confidence of 0.5 or more, and how many of them are right. */
  readonly sure: number;
  readonly right: number;
  /** Pairs that were shown as doubtful. */
  readonly doubtful: number;
  /** Whether the tables were held for two of one network. */
  readonly related: boolean;
}

export interface Trial {
  readonly old: CalibrationTable;
  readonly new: CalibrationTable;
  /** Index in the new table of each old entry, -1 where it is gone. */
  readonly truth: Int32Array;
}

/** Makes two tables of one network before and after. */
export function makeTrial(
  { old, new: next, reused = 0, shuffled = false }: Renaming,
  size: number,
  edits: number,
  jitter: number,
  seed: number,
): Trial {
  const random = new Random(seed);
  const maker = new NetworkMaker(random);
  const before = maker.network(size);
  const after = jitterScales(editNetwork(before, edits, maker, random), jitter, random);
  const names = withReused(next(after), before, after, old, reused, random);
  const order = shuffled ? random.shuffled(after.map((_, at) => at)) : after.map((_, at) => at);
  const placeOf = new Map(order.map((at, place) => [after[at]?.id ?? -1, place]));
  return {
    old: tableOf(before, old(before)),
    new: tableOf(
      order.flatMap((at) => after[at] ?? []),
      order.map((at) => names[at] ?? ''),
    ),
    truth: Int32Array.from(before, ({ id }) => placeOf.get(id) ?? -1),
  };
}

/** Two tables of two networks. */
export function makeStrangers({ old, new: next }: Renaming, size: number, seed: number): Trial {
  const [before, after] = [seed * 2, seed * 2 + 1].map((own) => new NetworkMaker(new Random(own * 7919)).network(size));
  if (!before || !after) throw new Error('There are two networks.');
  return {
    old: tableOf(before, old(before)),
    new: tableOf(after, next(after)),
    truth: new Int32Array(before.length).fill(-1),
  };
}

/** Aligns a trial and counts. */
export function judge({ old, new: next, truth }: Trial): Outcome {
  const { matches, related } = alignTables(old, next);
  return { ...scoreOf(matches, truth), related };
}

/** Counts the pairs of a trial. */
export function scoreOf(pairs: readonly Match[], truth: Int32Array): Omit<Outcome, 'related'> {
  const sure = pairs.filter(({ confidence }) => confidence >= DOUBTFUL_BELOW);
  return {
    truth: truth.filter((index) => index >= 0).length,
    sure: sure.length,
    right: sure.filter(({ oldIndex, newIndex }) => truth[oldIndex] === newIndex).length,
    doubtful: pairs.length - sure.length,
  };
}

/** Gives some of the new layers the names of removed ones. */
function withReused(
  names: string[],
  before: readonly Layer[],
  after: readonly Layer[],
  scheme: Scheme,
  share: number,
  random: Random,
): string[] {
  if (share === 0) return names;
  const [oldIds, newIds] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const free = scheme(before).filter((_, at) => !newIds.has(before[at]?.id ?? -1));
  return names.map((name, at) =>
    !oldIds.has(after[at]?.id ?? -1) && random.chance(share) ? (free.shift() ?? name) : name,
  );
}

/** A cache of these layers' tensors under these names. */
export function tableOf(layers: readonly Layer[], names: readonly string[]): CalibrationTable {
  const bits = Uint32Array.from(layers, ({ scale }) => floatToBits(scale));
  return {
    format: 'tensorrt',
    quantity: 'scale',
    header: parseHeader('TRT-8601-EntropyCalibration2'),
    names,
    values: valuesFromBits(bits),
    bits,
  };
}
