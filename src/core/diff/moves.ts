/** Which of two tables moved away from a base: none of them, one, both in the same way, or both to different values. */
export const MOVES = ['unchanged', 'old', 'new', 'alike', 'apart'] as const;
export type Move = (typeof MOVES)[number];

/**
 * Whether a scale is another one than in the base; one without a ratio is.
 * @param limit |log2 ratio| up to which it is not
 */
export function hasMoved(log2Ratio: number | undefined, limit: number): boolean {
  return !(Math.abs(log2Ratio ?? NaN) <= limit);
}

/**
 * What became of an entry that is in all three tables.
 * @param oldMoved whether its scale in the old table is another than in the base; the same of the new one
 * @param isSame whether old and new are the same
 */
export function moveOf(oldMoved: boolean, newMoved: boolean, isSame: boolean): Move {
  if (oldMoved && newMoved) return isSame ? 'alike' : 'apart';
  if (oldMoved) return 'old';
  return newMoved ? 'new' : 'unchanged';
}
