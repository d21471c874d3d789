/** The median of many numbers without putting all of them in order: of a million in a tenth of the time. */

/** After so many rounds the numbers are such that parting them gets nowhere, and what is left is sorted. */
const MOST_ROUNDS = 64;

/**
 * The middle one of some numbers, or the mean of the middle two; NaN for none. Changes their order.
 * @param values no NaN among them
 */
export function takeMedian(values: Float64Array): number {
  const middle = values.length >> 1;
  const above = takeSmallest(values, middle);
  return values.length % 2 === 1 ? above : (largestBefore(values, middle) + above) / 2;
}

/** Puts the number that `at` smaller or equal ones go before there, and no larger one before it (Hoare's selection). */
function takeSmallest(values: Float64Array, at: number): number {
  let [first, last] = [0, values.length - 1];
  for (let round = 0; first < last; round++) {
    if (round === MOST_ROUNDS) {
      values.subarray(first, last + 1).sort();
      break;
    }
    const pivot = values[(first + last) >> 1] as number;
    let [low, high] = [first, last];
    while (low <= high) {
      while ((values[low] as number) < pivot) low++;
      while ((values[high] as number) > pivot) high--;
      if (low > high) break;
      const other = values[low] as number;
      values[low++] = values[high] as number;
      values[high--] = other;
    }
    if (at <= high) last = high;
    else if (at >= low) first = low;
    else break;
  }
  return values[at] ?? NaN;
}

function largestBefore(values: Float64Array, end: number): number {
  let largest = NaN;
  for (let at = 0; at < end; at++) if (!((values[at] as number) <= largest)) largest = values[at] as number;
  return largest;
}
