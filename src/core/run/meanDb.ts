/** Decibels that an output without any error counts for in a mean: what float32 itself reaches. */
export const NO_ERROR_DB = 150;

/** The mean of decibels. An output without error counts as 150 dB, but for when none has one. */
export function meanDb(decibels: readonly number[]): number {
  if (decibels.every((db) => db === Infinity)) return Infinity;
  return decibels.reduce((sum, db) => sum + Math.min(db, NO_ERROR_DB), 0) / decibels.length;
}
