import type { RankMessage } from '../../src/protocol/rank.js';
import type { Choice } from '../shared/filter/term.js';
import type { Shown } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

/** A run, and what is looked up of it row by row. */
export interface RankModel {
  readonly message: RankMessage;
  readonly excluded: ReadonlySet<string>;
  readonly proposed: ReadonlySet<string>;
}

export function modelOf(message: RankMessage): RankModel {
  return { message, excluded: new Set(message.excluded), proposed: new Set(message.proposal?.names ?? []) };
}

export function countsOf({ message }: RankModel): Readonly<Record<Shown, number>> {
  const { tensors, weights, unplaced } = message;
  return { tensors: tensors.length, weights: weights.length, unplaced: unplaced.length };
}

/** What the filter box can ask a row to be. */
export function flagsOf({ message, excluded, proposed }: RankModel, shown: Shown): readonly Choice[] {
  if (shown !== 'tensors') return [];
  const nameOf = (row: number): string => message.tensors[row]?.name ?? '';
  return [
    { value: 'left-out', hint: t`in float for "without these"`, test: (row) => excluded.has(nameOf(row)) },
    { value: 'proposed', hint: t`proposed to stay in float`, test: (row) => proposed.has(nameOf(row)) },
    {
      value: 'clipped',
      hint: t`values lie outside of its range`,
      test: (row) => (message.tensors[row]?.clippedShare ?? 0) > 0,
    },
  ];
}

/** Names and layers of the tensors in some rows. */
export function tensorsIn(
  { message }: RankModel,
  rows: readonly number[],
): { readonly names: readonly string[]; readonly nodes: readonly string[] } {
  const tensors = rows.flatMap((row) => message.tensors[row] ?? []);
  return { names: tensors.map(({ name }) => name), nodes: [...new Set(tensors.flatMap(({ nodes }) => nodes))] };
}
