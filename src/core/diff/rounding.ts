/** Which differences between scales are no changes: what rounding leaves where numbers are computed or written once more. */

/** Four units in the last place of a float32, as |log2 ratio|: less comes of the order of a sum, or of one conversion. */
const FLOAT_NOISE = 2 ** -21 / Math.LN2;
/** Calibrators choose among 2048 bins: half of one at the far end moves a range by more than this. */
const MOST = 1e-4;
/** So much larger is the smallest change than the largest noise, where the two can be told apart. */
const GAP = 8;
/** Fewer small differences may be edits by hand. */
const FEWEST = 8;

/**
 * |log2 ratio| up to which two scales are equal but for rounding. That of float32 always; and where most pairs are a
 * little apart and all others far, as after a conversion through few digits, all of that little.
 * @param log2Ratios those of all pairs; what is no finite number is left out
 */
export function roundingFloor(log2Ratios: readonly number[]): number {
  const sizes = log2Ratios.map(Math.abs).filter(Number.isFinite);
  const noise = sizes.filter((size) => size > FLOAT_NOISE && size <= MOST);
  if (noise.length < FEWEST || 2 * noise.length < sizes.length) return FLOAT_NOISE;
  const [largest, next] = [largestOf(noise), smallestOf(sizes.filter((size) => size > MOST))];
  return next >= GAP * largest ? largest : FLOAT_NOISE;
}

function largestOf(sizes: readonly number[]): number {
  return sizes.reduce((most, size) => Math.max(most, size), 0);
}

function smallestOf(sizes: readonly number[]): number {
  return sizes.reduce((least, size) => Math.min(least, size), Infinity);
}
