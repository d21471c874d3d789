/** The ranges along the network or the file: pure, so that it can be tested without a picture. */
import { counted, grouped } from '../../../src/core/render/counts.js';
import { bulkOf } from '../../../src/core/table/bulk.js';
import { outliersIn } from '../../../src/core/table/outliers.js';
import { isDrawable } from '../../../src/core/table/stats.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { typeAt, type TableModel } from '../model.js';
import type { Stretch } from '../viewState.js';
import { positionsOf, type Positions } from './positions.js';

export interface Profile extends Positions {
  /** log10 of the range at each position; NaN for a range that has none. */
  readonly logs: Float64Array;
  /** Bounds of the axis in log10: of the bulk of the ranges. */
  readonly low: number;
  readonly high: number;
  /** How many lie beyond the axis. */
  readonly below: number;
  readonly above: number;
  /** Positions whose range stands out from those around it. */
  readonly outliers: ReadonlySet<number>;
  /** The most frequent layer types, of which each gets a colour. */
  readonly types: readonly string[];
  /** For each position the place of its type among them, or -1. */
  readonly typeOf: Int8Array;
}

/** Colours that can be told apart. */
export const MOST_TYPES = 5;
/** Of so many entries types and outliers are looked for: of more it would take a moment that one remarks. */
const MOST_LOOKED_AT = 50_000;
/** A distance in decades that counts as none where it is asked which ranges lie far out. */
const LEAST_DECADES = 0.05;

export function profileOf(model: TableModel): Profile {
  const positions = positionsOf(model);
  const logs = Float64Array.from(positions.entries, (entry) => {
    const range = model.ranges[entry] ?? NaN;
    return isDrawable(range) ? Math.log10(range) : NaN;
  });
  const { low, high, below, above } = bulkOf(logs, () => LEAST_DECADES) ?? { low: 0, high: 0, below: 0, above: 0 };
  const margin = Math.max(0.05, (high - low) * 0.05);
  // Of more, only the spans of columns are drawn.
  const isMuch = logs.length > MOST_LOOKED_AT;
  const typeNames = isMuch ? [] : Array.from(positions.entries, (entry) => typeAt(model, entry));
  const types = frequent(typeNames);
  return {
    ...positions,
    logs,
    low: low - margin,
    high: high + margin,
    below,
    above,
    outliers: new Set(isMuch ? [] : outliersIn(logs)),
    types,
    typeOf: Int8Array.from(typeNames, (type) => types.indexOf(type)),
  };
}

export function isInStretch(position: number, { from, to }: Stretch): boolean {
  return position >= from && position <= to;
}

/** A stretch within another, or within all positions; null for all of them. */
export function clamped({ from, to }: Stretch, count: number): Stretch | null {
  const [first, last] = [
    Math.max(0, Math.round(Math.min(from, to))),
    Math.min(count - 1, Math.round(Math.max(from, to))),
  ];
  return first <= 0 && last >= count - 1 ? null : { from: first, to: Math.max(first, last) };
}

/** A stretch made longer or shorter around one of its places. */
export function zoomed({ from, to }: Stretch, around: number, factor: number, count: number): Stretch | null {
  const least = Math.min(3, count - 1);
  const scale = Math.max(factor, least / Math.max(1, to - from));
  return clamped({ from: around - (around - from) * scale, to: around + (to - around) * scale }, count);
}

/** The picture in a sentence, for those who can't see it. */
export function describeProfile(profile: Profile, unit: readonly [string, string]): string {
  const { entries, isNetwork, outliers, logs, below, above } = profile;
  const drawn = logs.filter((log) => !Number.isNaN(log));
  if (drawn.length === 0) return 'Profile without points: no entry has a finite dynamic range above zero.';
  const order = isNetwork ? 'in the order of the network' : 'in the order of the file';
  const ends = `from ± ${plainNumber(10 ** least(drawn))} to ± ${plainNumber(10 ** most(drawn))}`;
  const beyond = below + above > 0 ? ` ${grouped(below + above)} far out, at the edges.` : '';
  const out = outliers.size > 0 ? ` ${counted(outliers.size, 'stands', 'stand')} out from those around.` : '';
  const left =
    drawn.length < entries.length ? ` ${grouped(entries.length - drawn.length)} without a place on the axis.` : '';
  return `Dynamic range of ${counted(drawn.length, ...unit)} ${order}, logarithmic axis, ${ends}.${out}${beyond}${left}`;
}

function frequent(types: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const type of types) if (type !== '') counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts.entries()]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TYPES)
    .map(([type]) => type);
}

function least(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
