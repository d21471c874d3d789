/** What can be said of a row, several at once: a set of bits a row, so that a hundred thousand rows are filtered at once. */
import { DOUBTFUL_BELOW } from '../../../src/core/diff/align/doubtful.js';
import { DIFF_HOW } from '../../../src/protocol/diff.js';
import type { DiffModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

export const TAGS = ['changed', 'same', 'renamed', 'renumbered', 'removed', 'added', 'doubtful'] as const;
export type Tag = (typeof TAGS)[number];

/** The bit of each tag. */
export const BIT = Object.fromEntries(TAGS.map((tag, at) => [tag, 1 << at])) as Readonly<Record<Tag, number>>;

const RENAMED = DIFF_HOW.indexOf('renamed');
const RENUMBERED = DIFF_HOW.indexOf('renumbered');

/**
 * The tags of every row.
 * @param threshold |log2 ratio| up to which a scale counts as the same, if that is more than rounding leaves; what has no ratio has changed
 */
export function tagsOf(model: DiffModel, threshold: number): Uint8Array {
  return Uint8Array.from({ length: model.rows }, (_, row) => tagsAt(model, row, threshold));
}

function tagsAt(
  { oldIndices, newIndices, log2Ratios, hows, confidences, message }: DiffModel,
  row: number,
  threshold: number,
): number {
  if ((newIndices[row] ?? -1) < 0) return BIT.removed;
  if ((oldIndices[row] ?? -1) < 0) return BIT.added;
  const isSame = Math.abs(log2Ratios[row] ?? NaN) <= Math.max(threshold, message.summary.roundingFloor);
  const how = hows[row];
  return (
    (isSame ? BIT.same : BIT.changed) |
    (how === RENAMED ? BIT.renamed : 0) |
    (how === RENUMBERED ? BIT.renumbered : 0) |
    ((confidences[row] ?? 0) < DOUBTFUL_BELOW ? BIT.doubtful : 0)
  );
}

export function has(tags: number | undefined, tag: Tag): boolean {
  return ((tags ?? 0) & BIT[tag]) !== 0;
}

/** One number for a set of tags. */
export function maskOf(tags: readonly Tag[]): number {
  return tags.reduce((mask, tag) => mask | BIT[tag], 0);
}

/** Whether a row is anything but an entry that stayed as it was. */
export function isChange(tags: number | undefined): boolean {
  return ((tags ?? 0) & ~BIT.same) !== 0;
}

/** How many rows have each tag. */
export function countTags(tags: Uint8Array): Readonly<Record<Tag, number>> {
  const counts = new Array<number>(TAGS.length).fill(0);
  for (const set of tags) {
    for (let at = 0; at < TAGS.length; at++) counts[at] = (counts[at] ?? 0) + ((set >> at) & 1);
  }
  return Object.fromEntries(TAGS.map((tag, at) => [tag, counts[at] ?? 0])) as Record<Tag, number>;
}

/** The words of a row's status, the most important first: `another tensor?`, `renamed, changed`, `removed`. */
export function statusText(tags: number | undefined): string {
  const words = TAGS.filter((tag) => has(tags, tag));
  const moved = words.filter((word) => word === 'renamed' || word === 'renumbered');
  if (words.includes('doubtful')) return moved.length > 0 ? `${moved.map(word).join(', ')}?` : t`another tensor?`;
  // That a renamed entry kept its scale goes without saying.
  return moved.length > 0 ? [...moved, ...words.filter((word) => word === 'changed')].join(', ') : words.join(', ');
}
