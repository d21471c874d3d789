/** Which of the two tables moved away from the base, row by row. */
import { hasMoved, MOVES, moveOf, type Move } from '../../../src/core/diff/moves.js';
import { t } from '../../../src/core/texts/translate.js';
import { isInBoth, type DiffModel } from '../model.js';
import { has } from './tags.js';

/** Index in `MOVES` of each row; -1 where one of the three tables lacks the entry. */
export type Moves = Int8Array;

/**
 * The moves of all rows; null without a base.
 * @param threshold |log2 ratio| up to which a scale has not moved, if that is more than rounding leaves
 */
export function movesOf(model: DiffModel, tags: Uint8Array, threshold: number): Moves | null {
  const { base } = model;
  if (!base) return null;
  const [oldLimit, newLimit] = base.floors.map((floor) => Math.max(floor, threshold)) as [number, number];
  return Int8Array.from({ length: model.rows }, (_, row) => {
    if ((base.indices[row] ?? -1) < 0 || !isInBoth(model, row)) return -1;
    const [oldMoved, newMoved] = [hasMoved(base.toOld[row], oldLimit), hasMoved(base.toNew[row], newLimit)];
    return MOVES.indexOf(moveOf(oldMoved, newMoved, has(tags[row], 'same')));
  });
}

/** The move of a row, or null. */
export function moveAt(moves: Moves, row: number): Move | null {
  return MOVES[moves[row] ?? -1] ?? null;
}

/** How many rows have each move. */
export function countMoves(moves: Moves): Readonly<Record<Move, number>> {
  const counts = new Array<number>(MOVES.length).fill(0);
  for (const move of moves) if (move >= 0) counts[move] = (counts[move] ?? 0) + 1;
  return Object.fromEntries(MOVES.map((move, at) => [move, counts[at] ?? 0])) as Record<Move, number>;
}

/** What a move says, as a sentence. */
export const MOVE_SENTENCES: Readonly<Record<Move, string>> = {
  unchanged: t`Both tables have the scale of the base.`,
  old: t`Only the old table has moved away from the base.`,
  new: t`Only the new table has moved away from the base.`,
  alike: t`Both tables have moved away from the base, to the same scale.`,
  apart: t`Both tables have moved away from the base, to different scales.`,
};
