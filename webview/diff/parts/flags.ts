import type { Choice } from '../../shared/filter/term.js';
import type { DiffModel } from '../model.js';
import { has, TAGS, type Tag } from './tags.js';

/** What is counted above the rows, and the tag without which none of it is shown. */
export const TAG_OF_FLAG = { grew: 'changed', shrank: 'changed', rounding: 'same' } as const satisfies Record<
  string,
  Tag
>;
export type Flag = keyof typeof TAG_OF_FLAG;

/** What a row can be, for the filter box: `is:grew`, and its tags. */
export function flagsOf(model: DiffModel, tags: Uint8Array): readonly Choice[] {
  const ratio = (row: number): number => model.log2Ratios[row] ?? NaN;
  const isChanged = (row: number): boolean => has(tags[row], 'changed');
  return [
    { value: 'grew', hint: 'changed, and the range grew', test: (row) => isChanged(row) && ratio(row) > 0 },
    { value: 'shrank', hint: 'changed, and the range shrank', test: (row) => isChanged(row) && ratio(row) < 0 },
    {
      value: 'rounding',
      hint: 'equal but for rounding',
      test: (row) => ratio(row) !== 0 && Math.abs(ratio(row)) <= model.message.summary.roundingFloor,
    },
    ...TAGS.map((tag) => ({ value: tag, hint: 'as its button above', test: (row: number) => has(tags[row], tag) })),
  ];
}
