import type { Choice } from '../../shared/filter/term.js';
import type { DiffModel } from '../model.js';
import type { Move } from '../../../src/core/diff/moves.js';
import type { RowWords } from '../columns.js';
import { moveAt, MOVE_SENTENCES, type Moves } from './moves.js';
import { isByHand } from './byHandRows.js';
import { farTest } from './residualPoints.js';
import { has, TAGS, type Tag } from './tags.js';
import { t } from '../../../src/core/texts/translate.js';

/** What is counted above the rows, and the tags without which not all of it is shown. */
export const TAGS_OF_FLAG = {
  grew: ['changed'],
  shrank: ['changed'],
  rounding: ['same'],
  hand: TAGS,
  'moved-old': TAGS,
  'moved-new': TAGS,
  'moved-alike': TAGS,
  'moved-apart': TAGS,
  far: TAGS,
} as const satisfies Record<string, readonly Tag[]>;
export type Flag = keyof typeof TAGS_OF_FLAG;

/** The moves that are counted. */
export const MOVED = ['old', 'new', 'alike', 'apart'] as const satisfies readonly Move[];

function isMove(moves: Moves, move: Move): (row: number) => boolean {
  return (row) => moveAt(moves, row) === move;
}

/** What a row can be, for the filter box: `is:grew`, and its tags. */
export function flagsOf(model: DiffModel, { tags, moves }: RowWords): readonly Choice[] {
  const ratio = (row: number): number => model.log2Ratios[row] ?? NaN;
  const isChanged = (row: number): boolean => has(tags[row], 'changed');
  return [
    { value: 'grew', hint: t`changed, and the range grew`, test: (row) => isChanged(row) && ratio(row) > 0 },
    { value: 'shrank', hint: t`changed, and the range shrank`, test: (row) => isChanged(row) && ratio(row) < 0 },
    {
      value: 'rounding',
      hint: t`equal but for rounding`,
      test: (row) => ratio(row) !== 0 && Math.abs(ratio(row)) <= model.message.summary.roundingFloor,
    },
    { value: 'hand', hint: t`paired or taken apart by hand`, test: (row) => isByHand(model, row) },
    ...(moves
      ? MOVED.map((move) => ({ value: `moved-${move}`, hint: MOVE_SENTENCES[move], test: isMove(moves, move) }))
      : []),
    { value: 'far', hint: t`far out in the chart, at its edge`, test: farTest(model) },
    ...TAGS.map((tag) => ({ value: tag, hint: t`as its button above`, test: (row: number) => has(tags[row], tag) })),
  ];
}
