/**
 * MinMax against Entropy: MinMax keeps the whole range that was seen, entropy calibration cuts off its tail.
 * So between two such tables a ratio is no drift: it says how long the tail is that entropy clips.
 */
import type { TableHeader } from '../table/header.js';
import type { Statement } from '../table/statement.js';
import type { Pair } from './diff.js';
import { clippedShare } from './meaning.js';
import { DOUBTFUL_BELOW } from './align/doubtful.js';
import { t } from '../texts/translate.js';

/** A tensor, and the share of its range that entropy calibration clips. */
export interface Tail {
  /** Index in the pairs of the diff. */
  readonly pair: number;
  readonly name: string;
  readonly share: number;
}

export interface TailReading {
  /** Which side has the whole ranges. */
  readonly minMax: 'old' | 'new';
  readonly statement: Statement;
  readonly medianShare: number;
  /** The longest tails first: a hint which tensors to keep in FP16, no more. */
  readonly longest: readonly Tail[];
  /** Pairs that are too doubtful to be read so. */
  readonly doubtful: number;
}

const MOST_TAILS = 10;
/** A tail shorter than this is none. */
const LEAST_SHARE = 0.01;

/** Reads the ratios of two tables as tails, or null when they were not made by MinMax on one side and Entropy on the other, or no pair is sure. */
export function readTails(before: TableHeader, after: TableHeader, pairs: readonly Pair[]): TailReading | null {
  const minMax = minMaxSide(before, after);
  if (minMax === null) return null;
  const sure = pairs.flatMap((pair, index) =>
    pair.confidence >= DOUBTFUL_BELOW && Number.isFinite(pair.log2Ratio) ? [tailOf(pair, index, minMax)] : [],
  );
  if (sure.length === 0) return null;
  const sorted = sure.sort((a, b) => b.share - a.share);
  return {
    minMax,
    statement: statementOf(minMax),
    medianShare: sorted[sorted.length >> 1]?.share ?? 0,
    longest: sorted.filter(({ share }) => share >= LEAST_SHARE).slice(0, MOST_TAILS),
    doubtful: pairs.filter(({ confidence }) => confidence < DOUBTFUL_BELOW).length,
  };
}

function minMaxSide(before: TableHeader, after: TableHeader): 'old' | 'new' | null {
  if (isMinMax(before) && isEntropy(after)) return 'old';
  return isEntropy(before) && isMinMax(after) ? 'new' : null;
}

function isMinMax({ algorithm }: TableHeader): boolean {
  return algorithm === 'MinMaxCalibration';
}

function isEntropy({ algorithm }: TableHeader): boolean {
  return algorithm === 'EntropyCalibration2' || algorithm === 'EntropyCalibration';
}

function tailOf(pair: Pair, index: number, minMax: 'old' | 'new'): Tail {
  const [whole, kept] = minMax === 'old' ? [pair.oldScale, pair.newScale] : [pair.newScale, pair.oldScale];
  return { pair: index, name: pair.new, share: clippedShare(whole, kept) };
}

function statementOf(minMax: 'old' | 'new'): Statement {
  const [whole, cut] = minMax === 'old' ? ['old', 'new'] : ['new', 'old'];
  return {
    text: t`The tables were made by different calibrators: MinMax (${whole}) keeps the whole range that it saw, Entropy (${cut}) cuts off outliers. Read a ratio as the share of the tail that entropy clips, not as drift.`,
    basis: 'documented',
  };
}
