/**
 * Alignment of two sequences with a probability for every pair: a pair hidden Markov model (match, left out
 * of the new, left out of the old), forward and backward. A pair is as sure as all ways to align the rest make
 * it, so that runs of equal entries, where nothing decides, come out undecided. Large inputs are worked on in a
 * band that follows the best path, so time and memory grow with the length, not with its square.
 */

export interface ProbablePair {
  readonly row: number;
  readonly column: number;
  readonly probability: number;
}

/** Log-likelihood ratio of row i and column j being the same. */
export type Score = (row: number, column: number) => number;

/** Probability that a run of left-out entries begins, and that it goes on. */
export const [OPEN, EXTEND] = [0.12, 0.6];
const STAY = 1 - 2 * OPEN;
const BACK = 1 - EXTEND - OPEN;
/** Up to this many cells all of them are worked on. */
const FULL_CELLS = 400_000;
/** Columns of the band otherwise. */
const BAND = 384;
const LIMIT = 25;

/** The most probable partner of each row, where that is more probable than `least`. */
export function probablePairs(rows: number, columns: number, score: Score, least: number): ProbablePair[] {
  if (rows === 0 || columns === 0) return [];
  const model = new Model(rows, columns, score);
  model.forward();
  return model.backward(least);
}

class Model {
  readonly #width: number;
  /** First column (from 0, before the first entry) of each row's window. */
  readonly #low: Int32Array;
  /** Forward weights of "match" per cell, each row scaled to a sum of 1. */
  readonly #matched: Float32Array;
  readonly #scales: Float64Array;
  #end = 0;
  readonly #rows: number;
  readonly #columns: number;
  readonly #score: Score;

  constructor(rows: number, columns: number, score: Score) {
    this.#rows = rows;
    this.#columns = columns;
    this.#score = score;

    this.#width = (rows + 1) * (columns + 1) <= FULL_CELLS ? columns + 1 : Math.min(columns + 1, BAND);
    this.#low = new Int32Array(rows + 1);
    this.#matched = new Float32Array((rows + 1) * this.#width);
    this.#scales = new Float64Array(rows + 1).fill(1);
  }

  forward(): void {
    const width = this.#width;
    let [m, x, y] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
    let [nm, nx, ny] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
    m[0] = 1;
    for (let c = 1; c < width; c++) y[c] = (m[c - 1] ?? 0) * OPEN + (y[c - 1] ?? 0) * EXTEND;
    this.#keep(0, m, x, y);
    for (let row = 1; row <= this.#rows; row++) {
      const low = this.#nextLow(row, m, x, y);
      const shift = low - (this.#low[row - 1] ?? 0);
      this.#low[row] = low;
      for (let c = 0; c < width; c++) {
        const above = c + shift;
        const diagonal = above - 1;
        const column = low + c;
        nm[c] =
          diagonal >= 0 && diagonal < width && column > 0
            ? this.#weight(row, column) *
              ((m[diagonal] ?? 0) * STAY + (x[diagonal] ?? 0) * BACK + (y[diagonal] ?? 0) * (1 - EXTEND))
            : 0;
        nx[c] = above < width ? (m[above] ?? 0) * OPEN + (x[above] ?? 0) * EXTEND : 0;
        ny[c] = c > 0 ? ((nm[c - 1] ?? 0) + (nx[c - 1] ?? 0)) * OPEN + (ny[c - 1] ?? 0) * EXTEND : 0;
      }
      [m, x, y, nm, nx, ny] = [nm, nx, ny, m, x, y];
      this.#keep(row, m, x, y);
    }
    // What lies behind the window of the last row is left out for free.
    const last = width - 1;
    this.#end = (m[last] ?? 0) + (x[last] ?? 0) + (y[last] ?? 0);
  }

  /** Scales a row to a sum of 1 and keeps its matches. */
  #keep(row: number, m: Float64Array, x: Float64Array, y: Float64Array): void {
    let sum = 0;
    for (let c = 0; c < this.#width; c++) sum += (m[c] ?? 0) + (x[c] ?? 0) + (y[c] ?? 0);
    const scale = sum > 0 ? 1 / sum : 1;
    this.#scales[row] = scale;
    for (let c = 0; c < this.#width; c++) {
      m[c] = (m[c] ?? 0) * scale;
      x[c] = (x[c] ?? 0) * scale;
      y[c] = (y[c] ?? 0) * scale;
      this.#matched[row * this.#width + c] = m[c] ?? 0;
    }
  }

  /** The window follows the best cell of the row before; it never goes back. */
  #nextLow(row: number, m: Float64Array, x: Float64Array, y: Float64Array): number {
    const last = this.#low[row - 1] ?? 0;
    if (this.#width === this.#columns + 1) return 0;
    let [best, at] = [-1, 0];
    for (let c = 0; c < this.#width; c++) {
      const weight = (m[c] ?? 0) + (x[c] ?? 0) + (y[c] ?? 0);
      if (weight > best) [best, at] = [weight, c];
    }
    const wanted = last + at + 1 - (this.#width >> 1);
    return Math.min(Math.max(last, wanted), this.#columns + 1 - this.#width);
  }

  #weight(row: number, column: number): number {
    return Math.exp(Math.max(-LIMIT, Math.min(LIMIT, this.#score(row - 1, column - 1))));
  }

  backward(least: number): ProbablePair[] {
    const width = this.#width;
    let [m, x, y] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
    let [nm, nx, ny] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
    [m[width - 1], x[width - 1], y[width - 1]] = [1 / this.#end, 1 / this.#end, 1 / this.#end];
    for (let c = width - 2; c >= 0; c--) {
      const right = y[c + 1] ?? 0;
      [m[c], x[c], y[c]] = [OPEN * right, OPEN * right, EXTEND * right];
    }
    const pairs: ProbablePair[] = [];
    this.#collect(this.#rows, m, least, pairs);
    for (let row = this.#rows - 1; row > 0; row--) {
      const shift = (this.#low[row + 1] ?? 0) - (this.#low[row] ?? 0);
      const scale = this.#scales[row + 1] ?? 1;
      for (let c = width - 1; c >= 0; c--) {
        const below = c - shift;
        const column = (this.#low[row] ?? 0) + c;
        const match =
          below + 1 >= 0 && below + 1 < width && column < this.#columns
            ? this.#weight(row + 1, column + 1) * (m[below + 1] ?? 0) * scale
            : 0;
        const gap = below >= 0 && below < width ? (x[below] ?? 0) * scale : 0;
        const right = c + 1 < width ? (ny[c + 1] ?? 0) : 0;
        nm[c] = STAY * match + OPEN * gap + OPEN * right;
        nx[c] = BACK * match + EXTEND * gap + OPEN * right;
        ny[c] = (1 - EXTEND) * match + EXTEND * right;
      }
      [m, x, y, nm, nx, ny] = [nm, nx, ny, m, x, y];
      this.#collect(row, m, least, pairs);
    }
    return pairs.reverse();
  }

  /** The most probable column of a row. */
  #collect(row: number, backward: Float64Array, least: number, pairs: ProbablePair[]): void {
    let [best, at] = [0, -1];
    for (let c = 0; c < this.#width; c++) {
      const probability = (this.#matched[row * this.#width + c] ?? 0) * (backward[c] ?? 0);
      if (probability > best) [best, at] = [probability, c];
    }
    if (best > least)
      pairs.push({ row: row - 1, column: (this.#low[row] ?? 0) + at - 1, probability: Math.min(1, best) });
  }
}
