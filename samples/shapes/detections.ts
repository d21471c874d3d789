/** What the detector of shapes finds in a picture, and what it should: as train.py reads its outputs. */
import type { Tensor } from '../../src/core/tensors/tensor.js';

export const SIZES = ['small', 'medium', 'large'] as const;
export type Size = (typeof SIZES)[number];
const CLASSES = ['circle', 'square', 'triangle'];
/** Pixels a cell of each output. */
const STRIDES: Readonly<Record<Size, number>> = { small: 4, medium: 8, large: 16 };

export interface Label {
  readonly shape: string;
  readonly size: Size;
  readonly y: number;
  readonly x: number;
}

export interface Verdict {
  /** Objects that were found, that were missed, and what was found where there is none. */
  readonly found: readonly Label[];
  readonly missed: readonly Label[];
  readonly wrong: readonly Label[];
}

interface Hit {
  readonly row: number;
  readonly column: number;
  readonly shape: string;
}

/** Compares the outputs for a picture with what is in it, for objects of one size. */
export function judge(output: Tensor, labels: readonly Label[], size: Size): Verdict {
  const stride = STRIDES[size];
  const open = labels.filter((label) => label.size === size);
  const [found, wrong]: [Label[], Label[]] = [[], []];
  for (const { row, column, shape } of hitsIn(output)) {
    const at = open.findIndex(
      (label) =>
        label.shape === shape &&
        Math.abs(Math.floor(label.y / stride) - row) <= 1 &&
        Math.abs(Math.floor(label.x / stride) - column) <= 1,
    );
    if (at >= 0) found.push(...open.splice(at, 1));
    else wrong.push({ shape, size, y: (row + 0.5) * stride, x: (column + 0.5) * stride });
  }
  return { found, missed: open, wrong };
}

/** Cells whose objectness is above 0 and no less than that of their neighbours. */
function hitsIn({ dims, data }: Tensor): Hit[] {
  const [, , side = 0] = dims;
  const at = (channel: number, row: number, column: number): number =>
    row < 0 || column < 0 || row >= side || column >= side
      ? -Infinity
      : Number(data[(channel * side + row) * side + column]);
  const hits: Hit[] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const own = at(0, row, column);
      const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => at(0, row + down, column + right)));
      if (own <= 0 || own < Math.max(...around)) continue;
      const classes = CLASSES.map((_, i) => at(i + 1, row, column));
      hits.push({ row, column, shape: CLASSES[classes.indexOf(Math.max(...classes))] ?? '' });
    }
  }
  return hits;
}

/** Harmonic mean of precision and recall. */
export function f1(verdicts: readonly Verdict[]): number {
  const count = (part: keyof Verdict): number => verdicts.reduce((sum, verdict) => sum + verdict[part].length, 0);
  const twice = 2 * count('found');
  return twice / Math.max(1, twice + count('missed') + count('wrong'));
}
