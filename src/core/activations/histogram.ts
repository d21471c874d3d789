/** Histograms of a tensor's values, as a file holds them or as a run of the network counts them. */
import { t } from '../texts/translate.js';

/** How many values lie between neighbouring edges. Counts need not be whole: folding shares bins out. */
export interface Histogram {
  readonly counts: Float64Array;
  /** One more than counts, rising. */
  readonly edges: Float64Array;
}

/** A histogram of |x|: its first edge is 0 or more. */
export type Magnitudes = Histogram;

/** Why these numbers are no histogram, as a clause, or null. */
export function histogramProblem(counts: ArrayLike<number>, edges: ArrayLike<number>): string | null {
  if (counts.length === 0) return t`it has no bins`;
  if (edges.length !== counts.length + 1)
    return t`${counts.length} bins need ${counts.length + 1} edges, not ${edges.length}`;
  for (let i = 0; i < counts.length; i++) {
    if (!(at(counts, i) >= 0 && Number.isFinite(at(counts, i)))) return t`bin ${i + 1} holds ${counts[i]} values`;
    if (!(at(edges, i) < at(edges, i + 1)) || !Number.isFinite(at(edges, i) - at(edges, i + 1)))
      return t`its edges do not rise at bin ${i + 1}`;
  }
  return null;
}

/** How many values there are. */
export function total({ counts }: Histogram): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The histogram of |x|. Values are taken as spread evenly over their bin, so that a bin across 0, or one that
 * an edge of the other side cuts, is shared by width.
 */
export function foldToMagnitudes(histogram: Histogram): Magnitudes {
  const { counts, edges } = histogram;
  if (at(edges, 0) >= 0) return histogram;
  const folded = foldedEdges(edges);
  const sums = new Float64Array(folded.length - 1);
  for (let i = 0; i < counts.length; i++) {
    const [from, to, count] = [at(edges, i), at(edges, i + 1), at(counts, i)];
    if (count === 0) continue;
    const density = count / (to - from);
    spread(sums, folded, Math.max(from, 0), Math.max(to, 0), density);
    spread(sums, folded, Math.max(-to, 0), Math.max(-from, 0), density);
  }
  return { counts: sums, edges: folded };
}

function foldedEdges(edges: Float64Array): Float64Array {
  const all = [...edges].map(Math.abs);
  const innermost = at(edges, edges.length - 1) <= 0 ? [] : [0];
  return Float64Array.from(new Set([...innermost, ...all].sort((a, b) => a - b)));
}

/** Adds a constant density over [from, to] to the bins that it covers. */
function spread(sums: Float64Array, edges: Float64Array, from: number, to: number, density: number): void {
  if (!(to > from)) return;
  for (let bin = binOf(edges, from); bin < sums.length && at(edges, bin) < to; bin++) {
    const width = Math.min(to, at(edges, bin + 1)) - Math.max(from, at(edges, bin));
    if (width > 0) sums[bin] = at(sums, bin) + width * density;
  }
}

/** The bin that holds a value, or the nearest one. */
function binOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(edges, middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? NaN;
}
