/** How scales move from one table to the other: a mixture of equal to the bit, moved by a little, and moved far. */

export interface Drift {
  /** Share of scales that stay equal to the bit. */
  readonly exact: number;
  /** Typical |log2 ratio| of the others. */
  readonly spread: number;
  /** The others as Laplace distributions of log2 ratios; the shares add up to 1. */
  readonly parts: readonly { readonly share: number; readonly spread: number }[];
}

/** A move by this much (mean |log2 ratio|) is far: another algorithm or data set, or a mistake. */
const FAR_SPREAD = 1.5;
/** So many times the typical move is an outlier. */
const OUTLYING = 6;
const LEAST_SPREAD = 0.003;
/** When fewer than this share moved at all, they are the exceptions, and tell nothing of what is typical. */
const FEW_MOVED = 0.1;
const MOST_SPREAD = 2;
/** Before anything is known: from another rounding to another algorithm. */
const ANY_SPREAD = [0.01, 0.05, 0.2, 0.8, 2.5] as const;

/** What is assumed before any pair is known, but for the share of scales that both tables have to the bit. */
export function unknownDrift(commonBits: number): Drift {
  return {
    exact: bounded(commonBits),
    spread: 0.2,
    parts: ANY_SPREAD.map((spread) => ({ share: 1 / ANY_SPREAD.length, spread })),
  };
}

/**
 * What pairs show.
 * @param distances |log2 ratio| of pairs that are held for right; NaN (no ratio) is left out
 * @param open how many more pairs there may be: equal scales are found first, so that these tend to be others
 */
export function learnDrift(distances: readonly number[], fallback: Drift, open = 0): Drift {
  const known = distances.filter((distance) => !Number.isNaN(distance));
  if (known.length < 5) return fallback;
  const moved = known.filter((distance) => distance > 0);
  const exact = bounded((known.length - moved.length) / (known.length + open));
  if (moved.length < Math.max(3, FEW_MOVED * known.length)) return { ...fallback, exact, spread: LEAST_SPREAD };
  const spread = Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, 1.4 * median(moved)));
  const far = moved.filter((distance) => distance > OUTLYING * spread).length;
  const share = (far + 0.5) / (moved.length + 5);
  return {
    exact,
    spread,
    parts: [
      { share: 1 - share, spread },
      { share, spread: FAR_SPREAD },
    ],
  };
}

/** Whether a pair moved much further than is usual. */
export function isOutlier(distance: number, { spread }: Drift): boolean {
  return distance > Math.max(FAR_SPREAD, OUTLYING * spread);
}

/** Probability density of |log2 ratio| among scales that are not equal. */
export function movedDensity(distance: number, { parts }: Drift): number {
  return parts.reduce((sum, { share, spread }) => sum + (share * Math.exp(-distance / spread)) / (2 * spread), 0);
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

function bounded(share: number): number {
  return Math.min(0.95, Math.max(0.02, share));
}
