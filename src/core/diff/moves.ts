/** Which of two tables moved away from a base: none of them, one, both in the same way, or both to different values. */
export const MOVES = ['unchanged', 'old', 'new', 'alike', 'apart'] as const;
export type Move = (typeof MOVES)[number];

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
