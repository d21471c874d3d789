import { dynamicRange } from '../../src/core/table/quantization.js';
import type { ReviewMessage } from '../../src/protocol/review.js';
import type { Choice } from '../shared/filter/term.js';
import type { Shown } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';

/** From what needs a hand to what needs none: the order in which the column sorts. */
export const STATUSES = ['missing', 'doubt', 'ok'] as const;
export type Status = (typeof STATUSES)[number];

/** A plan, and what its rows amount to. */
export interface ReviewModel {
  readonly message: ReviewMessage;
  readonly statuses: readonly Status[];
  readonly ranges: Float64Array;
  readonly mended: ReadonlySet<number>;
  /** How many rows each of the toggles shows. */
  readonly counts: Readonly<Record<Shown, number>>;
}

export function modelOf(message: ReviewMessage): ReviewModel {
  const statuses = message.names.map((_, row) => statusOf(message, row));
  const count = (shown: Shown): number =>
    statuses.reduce((sum, status, row) => sum + Number(passes(message, status, row, shown)), 0);
  return {
    message,
    statuses,
    ranges: message.scales.map(dynamicRange),
    mended: new Set(message.mended),
    counts: { all: statuses.length, warnings: count('warnings'), missing: count('missing'), renamed: count('renamed') },
  };
}

export function isShown({ message, statuses }: ReviewModel, row: number, shown: Shown): boolean {
  return passes(message, statuses[row], row, shown);
}

/** What a row can be, for the filter box: `is:missing`. */
export function flagsOf(model: ReviewModel): readonly Choice[] {
  return [
    { value: 'missing', hint: t`without a scale`, test: (row) => isShown(model, row, 'missing') },
    { value: 'doubt', hint: t`may be wrong`, test: (row) => model.statuses[row] === 'doubt' },
    { value: 'hand', hint: t`mended by hand`, test: (row) => model.mended.has(row) },
    { value: 'renamed', hint: t`another name than its source entry`, test: (row) => isShown(model, row, 'renamed') },
  ];
}

/** `229 entries · 224 renamed · 3 with a doubt · 2 missing · 4 dropped`; what there is none of is left out. */
export function summaryOf({ message, counts }: ReviewModel): {
  readonly kind: Shown | 'doubt' | 'hand' | 'dropped';
  readonly count: number;
  readonly words: string;
}[] {
  const doubts = counts.warnings - counts.missing;
  return [
    { kind: 'all' as const, count: counts.all, words: counts.all === 1 ? t`entry` : t`entries` },
    { kind: 'renamed' as const, count: counts.renamed, words: word('renamed') },
    { kind: 'doubt' as const, count: doubts, words: t`with a doubt` },
    { kind: 'missing' as const, count: counts.missing, words: word('missing') },
    { kind: 'hand' as const, count: message.mended.length, words: t`by hand` },
    { kind: 'dropped' as const, count: message.dropped.length, words: t`dropped` },
  ].filter(({ kind, count }) => kind === 'all' || count > 0);
}

function statusOf({ scales, doubts }: ReviewMessage, row: number): Status {
  if (Number.isNaN(scales[row] ?? NaN)) return 'missing';
  return doubts[row] ? 'doubt' : 'ok';
}

function passes({ from, names }: ReviewMessage, status: Status | undefined, row: number, shown: Shown): boolean {
  switch (shown) {
    case 'warnings':
      return status !== 'ok';
    case 'missing':
      return status === 'missing';
    // A scale typed by hand has no name to be renamed from.
    case 'renamed':
      return typeof from[row] === 'string' && from[row] !== names[row];
    default:
      return true;
  }
}
