import type { Choice } from '../../shared/filter/term.js';
import type { DiffModel } from '../model.js';
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
  far: TAGS,
} as const satisfies Record<string, readonly Tag[]>;
export type Flag = keyof typeof TAGS_OF_FLAG;

/** What a row can be, for the filter box: `is:grew`, and its tags. */
export function flagsOf(model: DiffModel, tags: Uint8Array): readonly Choice[] {
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
    { value: 'far', hint: t`far out in the chart, at its edge`, test: farTest(model) },
    ...TAGS.map((tag) => ({ value: tag, hint: t`as its button above`, test: (row: number) => has(tags[row], tag) })),
  ];
}
