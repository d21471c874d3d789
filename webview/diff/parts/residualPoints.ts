/** What changed, along the network, as points: pure, so that it can be tested without a canvas. */
import { bulkOf } from '../../../src/core/table/bulk.js';
import { counted } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import type { DiffModel } from '../model.js';
import { has } from './tags.js';
import { t } from '../../../src/core/texts/translate.js';

/** How a point is drawn; later ones lie over earlier ones. */
export const POINT_KINDS = ['hidden', 'same', 'changed', 'doubtful'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** A place in the chart: the row that it starts at, a log2 ratio, and the rows that lie there. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly number[];
}

/** What the axes show: rows from 0 on, and log2 ratios, 0 always among them. */
export interface Bounds {
  readonly rows: number;
  readonly low: number;
  readonly high: number;
}

export interface Residuals {
  readonly points: Readonly<Record<PointKind, readonly Point[]>>;
  /** Null when nothing can be drawn. */
  readonly bounds: Bounds | null;
  readonly drawn: number;
  /** How many of them lie so far out that they are drawn at the edge. */
  readonly far: number;
}

/** A ratio that counts as none where it is asked which points lie far out: a quarter of a bit. */
const LEAST_RATIO = 0.25;
/** More cells than a chart has pixels would be drawn over each other. */
const CELLS = 400;

/** The pairs with two usable scales. Points of one kind that fall on the same spot are one. */
export function residualsOf(model: DiffModel, tags: Uint8Array, isShown: (row: number) => boolean): Residuals {
  const rows = usableRows(model);
  const bounds = boundsOf(model, rows);
  const points: Record<PointKind, Point[]> = { hidden: [], same: [], changed: [], doubtful: [] };
  const cells = new Map<number, number[]>();
  for (const row of rows) {
    const kind = isShown(row) ? kindOf(tags[row]) : 'hidden';
    const [x, y] = placeOf(model, row, bounds);
    const key = (POINT_KINDS.indexOf(kind) * 1000 + cellOf(x, bounds)) * 1000 + cellOfRatio(y, bounds);
    const there = cells.get(key);
    if (there) there.push(row);
    else {
      const mine = [row];
      cells.set(key, mine);
      points[kind].push({ x, y, rows: mine });
    }
  }
  return { points, bounds, drawn: rows.length, far: rows.filter((row) => isFar(model, row, bounds)).length };
}

/** Where a row is drawn, what lies far out at the edge; NaN for one that is not. */
export function placeOf({ log2Ratios }: DiffModel, row: number, bounds: Bounds | null): readonly [number, number] {
  const ratio = log2Ratios[row] ?? NaN;
  return [row, bounds && Number.isFinite(ratio) ? Math.min(bounds.high, Math.max(bounds.low, ratio)) : ratio];
}

/** Whether a row is drawn at the edge; what is needed to tell is made when it is first asked for. */
export function farTest(model: DiffModel): (row: number) => boolean {
  let bounds: Bounds | null | undefined;
  return (row) => {
    bounds ??= boundsOf(model, usableRows(model));
    return isFar(model, row, bounds);
  };
}

function isFar({ log2Ratios }: DiffModel, row: number, bounds: Bounds | null): boolean {
  const ratio = log2Ratios[row] ?? NaN;
  return bounds !== null && Number.isFinite(ratio) && (ratio < bounds.low || ratio > bounds.high);
}

/** The chart in one sentence, for those who can't see it. */
export function describeResiduals({ drawn, bounds, far }: Residuals): string {
  if (!bounds) return t`Chart without points: no pair has two usable scales.`;
  return t`log2 of new scale by old scale of ${counted(drawn, t`pair`, t`pairs`)} in the order of the rows, from ${plainNumber(bounds.low, 3)} to ${plainNumber(bounds.high, 3)}. At 0 nothing changed: above it ranges grew, below it they shrank.${far > 0 ? t` ${counted(far, t`pair lies`, t`pairs lie`)} far out, at the edge.` : ''}`;
}

function usableRows({ rows, log2Ratios }: DiffModel): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => Number.isFinite(log2Ratios[row]));
}

function boundsOf(model: DiffModel, rows: readonly number[]): Bounds | null {
  const bulk = bulkOf(
    Float64Array.from(rows, (row) => model.log2Ratios[row] ?? NaN),
    () => LEAST_RATIO,
  );
  if (!bulk) return null;
  const [low, high] = [Math.min(0, bulk.low), Math.max(0, bulk.high)];
  const margin = Math.max(0.05, (high - low) * 0.06);
  return { rows: model.rows, low: low - margin, high: high + margin };
}

function cellOf(row: number, bounds: Bounds | null): number {
  return bounds ? Math.round((row / Math.max(1, bounds.rows - 1)) * CELLS) : 0;
}

function cellOfRatio(ratio: number, bounds: Bounds | null): number {
  return bounds ? Math.round(((ratio - bounds.low) / (bounds.high - bounds.low)) * CELLS) : 0;
}

function kindOf(tags: number | undefined): PointKind {
  if (has(tags, 'doubtful')) return 'doubtful';
  return has(tags, 'same') ? 'same' : 'changed';
}
