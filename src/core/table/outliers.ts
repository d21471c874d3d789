/** Which values stand out from those around them, in a sequence such as the ranges along a network. */

/** So many values on each side are around one. */
const REACH = 4;
/** So many times the usual distance from what is around stands out. */
const FAR = 6;
/** A distance that no one remarks. */
const LEAST = 0.3;
/** Fewer values have no usual distance. */
const FEWEST = 8;

/**
 * The places of values that stand out, ascending: far from the median of their neighbours, by what is usual in the sequence.
 * @param values NaN where there is none
 */
export function outliersIn(values: Float64Array): number[] {
  const distances = values.map((value, at) => Math.abs(value - medianAround(values, at)));
  const known = distances.filter((distance) => !Number.isNaN(distance)).sort();
  if (known.length < FEWEST) return [];
  const far = Math.max(LEAST, FAR * (known[known.length >> 1] ?? 0));
  return [...distances.keys()].filter((at) => (distances[at] ?? 0) > far);
}

function medianAround(values: Float64Array, at: number): number {
  const around = values
    .slice(Math.max(0, at - REACH), at + REACH + 1)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return around[around.length >> 1] ?? NaN;
}
