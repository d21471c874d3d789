import type { Cell, Column } from '../src/core/render/grid.js';

/** One line of the result. */
export interface Measured {
  readonly what: string;
  readonly entries: number;
  readonly milliseconds: number;
  readonly baseline: string;
  readonly baselineMilliseconds: number;
}

/** A piece of work, with a name for the table. */
export interface Work {
  readonly what: string;
  readonly run: () => unknown;
}

export const columns: readonly Column[] = [
  { title: 'what', align: 'left' },
  { title: 'entries', align: 'right' },
  { title: 'ms', align: 'right' },
  { title: 'baseline', align: 'left' },
  { title: 'ms', align: 'right' },
  { title: 'ratio', align: 'right' },
];

export function ratioRow({ what, entries, milliseconds, baseline, baselineMilliseconds }: Measured): Cell[] {
  return [
    what,
    entries,
    rounded(milliseconds),
    baseline,
    rounded(baselineMilliseconds),
    rounded(milliseconds / baselineMilliseconds),
  ];
}

/** Measures work and baseline in turns, so that a busy machine slows both; the median of `times` runs counts. */
export function measure({ what, run }: Work, baseline: Work, entries: number, times: number): Measured {
  const [own, least]: [number[], number[]] = [[], []];
  run();
  baseline.run();
  for (let i = 0; i < times; i++) {
    own.push(timeOf(run));
    least.push(timeOf(baseline.run));
  }
  return { what, entries, milliseconds: median(own), baseline: baseline.what, baselineMilliseconds: median(least) };
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
