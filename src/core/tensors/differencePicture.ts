/** How one tensor differs from another, as it is drawn: some of the pairs, and how often differences of each size come. */
import { numbersOfTensor } from './fit.js';
import type { Tensor } from './tensor.js';

export interface DifferencePicture {
  /** Values of the first and of the second at the same places, evenly taken; what is no number in either is left out. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** How many differences second - first lie between neighbouring edges. */
  readonly counts: Float64Array;
  /** One more than counts, rising, as far below 0 as above; none where nothing differs. */
  readonly edges: Float64Array;
}

/** More points lie on each other, and take long to be drawn. */
const MOST_POINTS = 2000;
/** Odd: no difference has a bin of its own in the middle. */
const BINS = 61;

export function differencePicture(first: Tensor, second: Tensor): DifferencePicture {
  const [xs, ys] = [numbersOfTensor(first), numbersOfTensor(second)];
  const step = Math.max(1, Math.ceil(xs.length / MOST_POINTS));
  const places = Array.from({ length: Math.ceil(xs.length / step) }, (_, i) => i * step).filter(
    (place) => Number.isFinite(xs[place]) && Number.isFinite(ys[place]),
  );
  return {
    xs: Float64Array.from(places, (place) => xs[place] ?? NaN),
    ys: Float64Array.from(places, (place) => ys[place] ?? NaN),
    ...differences(xs, ys),
  };
}

function differences(xs: ArrayLike<number>, ys: ArrayLike<number>): Pick<DifferencePicture, 'counts' | 'edges'> {
  let most = 0;
  for (let i = 0; i < xs.length; i++) {
    const difference = Math.abs((ys[i] ?? NaN) - (xs[i] ?? NaN));
    if (difference > most && difference < Infinity) most = difference;
  }
  if (most === 0) return { counts: new Float64Array(0), edges: new Float64Array(0) };
  const counts = new Float64Array(BINS);
  const width = (2 * most) / BINS;
  for (let i = 0; i < xs.length; i++) {
    const bin = Math.floor(((ys[i] ?? NaN) - (xs[i] ?? NaN) + most) / width);
    if (Number.isFinite(bin)) counts[Math.min(bin, BINS - 1)] = (counts[Math.min(bin, BINS - 1)] ?? 0) + 1;
  }
  return { counts, edges: Float64Array.from({ length: BINS + 1 }, (_, i) => -most + i * width) };
}
