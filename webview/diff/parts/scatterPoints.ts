/** Old against new as points: pure, so that it can be tested without a canvas. */
import { bulkOf } from '../../../src/core/table/bulk.js';
import { counted } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { scaleAt, type DiffModel } from '../model.js';
import { has } from './tags.js';

/** How a point is drawn; later ones lie over earlier ones. */
export const POINT_KINDS = ['hidden', 'same', 'changed', 'doubtful'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** A place in the chart, in log10 of the scales, and the rows that lie there. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly number[];
}

export interface Scatter {
  readonly points: Readonly<Record<PointKind, readonly Point[]>>;
  /** Both axes have the same bounds, so that the diagonal is one. Null when nothing can be drawn. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  readonly drawn: number;
  /** How many of them lie so far out that they are drawn at the edge. */
  readonly far: number;
}

/** A distance in decades that counts as none where it is asked which points lie far out. */
const LEAST_DECADES = 0.05;
/** More cells than a chart has pixels would be drawn over each other. */
const CELLS = 240;

/** The pairs with two usable scales. Points of one kind that fall on the same spot are one. */
export function scatterOf(model: DiffModel, tags: Uint8Array, isShown: (row: number) => boolean): Scatter {
  const rows = usableRows(model);
  const bounds = boundsOf(model, rows);
  const points: Record<PointKind, Point[]> = { hidden: [], same: [], changed: [], doubtful: [] };
  const cells = new Map<number, number[]>();
  for (const row of rows) {
    const kind = isShown(row) ? kindOf(tags[row]) : 'hidden';
    const [x, y] = placeWithin(placeOf(model, row), bounds);
    const key = (POINT_KINDS.indexOf(kind) * 1000 + cellOf(x, bounds)) * 1000 + cellOf(y, bounds);
    const there = cells.get(key);
    if (there) there.push(row);
    else {
      const mine = [row];
      cells.set(key, mine);
      points[kind].push({ x, y, rows: mine });
    }
  }
  const far = rows.filter((row) => isFar(placeOf(model, row), bounds)).length;
  return { points, bounds, drawn: rows.length, far };
}

/** Where a row is drawn; NaN for one that is not. */
export function placeOf(model: DiffModel, row: number): readonly [x: number, y: number] {
  return [Math.log10(scaleAt(model, row, 'old')), Math.log10(scaleAt(model, row, 'new'))];
}

/** Where a place is drawn: what lies far out stands at the edge. */
export function placeWithin(
  [x, y]: readonly [x: number, y: number],
  bounds: Scatter['bounds'],
): readonly [number, number] {
  const within = (place: number): number => (bounds ? Math.min(bounds.high, Math.max(bounds.low, place)) : place);
  return [within(x), within(y)];
}

function isFar(places: readonly number[], bounds: Scatter['bounds']): boolean {
  return bounds !== null && places.some((place) => place < bounds.low || place > bounds.high);
}

/** The chart in one sentence, for those who can't see it. */
export function describeScatter({ drawn, bounds, far }: Scatter): string {
  if (!bounds) return 'Chart without points: no pair has two usable scales.';
  return `New scale against old scale of ${counted(drawn, 'pair', 'pairs')}, both axes logarithmic from ${plainNumber(10 ** bounds.low, 3)} to ${plainNumber(10 ** bounds.high, 3)}. The diagonal is "unchanged": above it ranges grew, below it they shrank.${far > 0 ? ` ${counted(far, 'pair lies', 'pairs lie')} far out, at the edge.` : ''}`;
}

/** Whether a row is drawn at the edge; what is needed to tell is made when it is first asked for. */
export function farTest(model: DiffModel): (row: number) => boolean {
  let bounds: Scatter['bounds'] | undefined;
  return (row) => {
    bounds ??= boundsOf(model, usableRows(model));
    const place = placeOf(model, row);
    return place.every(Number.isFinite) && isFar(place, bounds);
  };
}

function usableRows(model: DiffModel): number[] {
  const rows: number[] = [];
  for (let row = 0; row < model.rows; row++) if (placeOf(model, row).every(Number.isFinite)) rows.push(row);
  return rows;
}

function boundsOf(model: DiffModel, rows: readonly number[]): Scatter['bounds'] {
  const bulk = bulkOf(Float64Array.from(rows.flatMap((row) => placeOf(model, row))), () => LEAST_DECADES);
  if (!bulk) return null;
  const { low, high } = bulk;
  const margin = Math.max(0.05, (high - low) * 0.04);
  return { low: low - margin, high: high + margin };
}

function cellOf(place: number, bounds: Scatter['bounds']): number {
  return bounds ? Math.round(((place - bounds.low) / (bounds.high - bounds.low)) * CELLS) : 0;
}

function kindOf(tags: number | undefined): PointKind {
  if (has(tags, 'doubtful')) return 'doubtful';
  return has(tags, 'same') ? 'same' : 'changed';
}
