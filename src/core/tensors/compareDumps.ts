/** Two dumps of a network's outputs, tensor by tensor: plain data. */
import { numbersOfTensor } from './fit.js';
import type { Dump } from './dumps/index.js';
import type { Tensor } from './tensor.js';

/** How far the second of two tensors is from the first. */
export interface TensorDifference {
  readonly name: string;
  readonly dims: readonly number[];
  readonly count: number;
  readonly meanAbs: number;
  readonly maxAbs: number;
  readonly mse: number;
  /** 10 * log10(sum x² / sum (x - y)²); Infinity where they are equal. */
  readonly sqnrDb: number;
  /** Cosine of the angle between them; 1 where both are zero. */
  readonly cosine: number;
  /** Share (0 to 1) of elements whose difference is greater than epsilon, or no number. */
  readonly overEpsilon: number;
}

export interface DumpComparison {
  readonly epsilon: number;
  /** Worst SQNR first. */
  readonly tensors: readonly TensorDifference[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** Tensors of one name and two shapes, which are not compared. */
  readonly otherShapes: readonly {
    readonly name: string;
    readonly first: readonly number[];
    readonly second: readonly number[];
  }[];
}

/** The tensors that two dumps have in common, and what only one has. */
export interface PairedDumps extends Omit<DumpComparison, 'epsilon' | 'tensors'> {
  readonly pairs: readonly { readonly name: string; readonly first: Tensor; readonly second: Tensor }[];
}

/** Pairs by name; two dumps of one tensor each are paired whatever they are called. */
export function pairDumps(first: Dump, second: Dump): PairedDumps {
  const others = first.size === 1 && second.size === 1 ? renamed(second, [...first.keys()][0] ?? '') : second;
  const pairs: { name: string; first: Tensor; second: Tensor }[] = [];
  const otherShapes: { name: string; first: readonly number[]; second: readonly number[] }[] = [];
  for (const [name, tensor] of first) {
    const other = others.get(name);
    if (!other) continue;
    if (isComparable(tensor, other)) pairs.push({ name, first: tensor, second: other });
    else otherShapes.push({ name, first: tensor.dims, second: other.dims });
  }
  return {
    pairs,
    onlyFirst: [...first.keys()].filter((name) => !others.has(name)),
    onlySecond: [...others.keys()].filter((name) => !first.has(name)),
    otherShapes,
  };
}

/** Compares what {@link pairDumps} pairs. */
export function compareDumps(first: Dump, second: Dump, epsilon: number): DumpComparison {
  const { pairs, ...others } = pairDumps(first, second);
  return {
    epsilon,
    tensors: pairs
      .map(({ name, first: a, second: b }) => differenceOf(name, a, b, epsilon))
      .sort((a, b) => order(a.sqnrDb) - order(b.sqnrDb)),
    ...others,
  };
}

function renamed(dump: Dump, name: string): Dump {
  return new Map([...dump.values()].map((tensor) => [name, tensor]));
}

/** A raw file is a list: it has no shape of its own to differ by. */
function isComparable(a: Tensor, b: Tensor): boolean {
  if (a.dims.length === 1 || b.dims.length === 1) return a.data.length === b.data.length;
  return a.dims.length === b.dims.length && a.dims.every((dim, axis) => dim === b.dims[axis]);
}

/** What is no number is worst. */
function order(db: number): number {
  if (Number.isNaN(db)) return -Number.MAX_VALUE;
  return Math.min(db, Number.MAX_VALUE);
}

function differenceOf(name: string, first: Tensor, second: Tensor, epsilon: number): TensorDifference {
  const [xs, ys] = [numbersOfTensor(first), numbersOfTensor(second)];
  const count = xs.length;
  let [sum, max, squares, signal, other, product, over] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y] = [xs[i] ?? NaN, ys[i] ?? NaN];
    // Two infinities of one sign, or two NaN, are no difference.
    const difference = Object.is(x, y) ? 0 : Math.abs(x - y);
    sum += difference;
    squares += difference * difference;
    signal += x * x;
    other += y * y;
    product += x * y;
    if (!(difference <= max)) max = difference;
    if (!(difference <= epsilon)) over++;
  }
  return {
    name,
    dims: first.dims.length === 1 ? second.dims : first.dims,
    count,
    meanAbs: count === 0 ? 0 : sum / count,
    maxAbs: max,
    mse: count === 0 ? 0 : squares / count,
    sqnrDb: squares === 0 ? Infinity : 10 * Math.log10(signal / squares),
    cosine: signal === 0 && other === 0 ? 1 : product / Math.sqrt(signal * other),
    overEpsilon: count === 0 ? 0 : over / count,
  };
}
