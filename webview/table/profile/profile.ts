/** The ranges along the network or the file: pure, so that it can be tested without a picture. */
import { counted, grouped } from '../../../src/core/render/counts.js';
import { bulkOf } from '../../../src/core/table/bulk.js';
import { outliersIn } from '../../../src/core/table/outliers.js';
import { typeAt, type TableModel } from '../model.js';
import type { Stretch } from '../viewState.js';
import { heightAt, MEASURE_KINDS, type Measure } from './measures.js';
import { positionsOf, type Positions } from './positions.js';
import { t } from '../../../src/core/texts/translate.js';

export interface Profile extends Positions {
  /** What is drawn. */
  readonly measure: Measure;
  /** How high each position stands: log10 of a range, or decibels; NaN for an entry that has no place on the axis. */
  readonly heights: Float64Array;
  /** Bounds of the axis: of the bulk of the heights. */
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

export function profileOf(model: TableModel, measure: Measure = 'range'): Profile {
  const positions = positionsOf(model);
  const heights = Float64Array.from(positions.entries, (entry) => heightAt(model, measure, entry));
  const { low, high, below, above } = bulkOf(heights, () => LEAST_DECADES) ?? { low: 0, high: 0, below: 0, above: 0 };
  const margin = Math.max(0.05, (high - low) * 0.05);
  // Of more, only the spans of columns are drawn.
  const isMuch = heights.length > MOST_LOOKED_AT;
  const typeNames = isMuch ? [] : Array.from(positions.entries, (entry) => typeAt(model, entry));
  const types = frequent(typeNames);
  return {
    ...positions,
    measure,
    heights,
    low: low - margin,
    high: high + margin,
    below,
    above,
    outliers: new Set(isMuch ? [] : standingOut(heights, measure)),
    types,
    typeOf: Int8Array.from(typeNames, (type) => types.indexOf(type)),
  };
}

/** What stands out from those around it; of decibels the worst of all, too, and only what is worse. */
function standingOut(heights: Float64Array, measure: Measure): readonly number[] {
  const all = outliersIn(heights);
  if (MEASURE_KINDS[measure].isLog) return all;
  const worst = heights.indexOf(least(heights.filter((height) => !Number.isNaN(height))));
  const below = all.filter((position) => (heights[position] ?? NaN) < medianAround(heights, position));
  return worst < 0 ? below : [...new Set([...below, worst])];
}

/** The middle of the heights around a position, those that are known. */
function medianAround(heights: Float64Array, position: number): number {
  const around = heights.subarray(Math.max(0, position - AROUND), position + AROUND + 1);
  const known = around.filter((height) => !Number.isNaN(height)).sort();
  return known[Math.floor(known.length / 2)] ?? NaN;
}

/** Positions to both sides that a position is held against. */
const AROUND = 4;

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
  const { entries, isNetwork, outliers, heights, below, above, measure } = profile;
  const { subject, isLog, text } = MEASURE_KINDS[measure];
  const drawn = heights.filter((height) => !Number.isNaN(height));
  if (drawn.length === 0)
    return measure === 'range'
      ? t`Profile without points: no entry has a finite dynamic range above zero.`
      : t`Profile without points: of no entry is known: ${subject}.`;
  const order = isNetwork ? t`in the order of the network` : t`in the order of the file`;
  const valueOf = (height: number): string => text(isLog ? 10 ** height : height);
  const ends = t`from ${valueOf(least(drawn))} to ${valueOf(most(drawn))}`;
  const beyond = below + above > 0 ? t` ${grouped(below + above)} far out, at the edges.` : '';
  const out = outliers.size > 0 ? t` ${counted(outliers.size, t`stands`, t`stand`)} out from those around.` : '';
  const left =
    drawn.length < entries.length ? t` ${grouped(entries.length - drawn.length)} without a place on the axis.` : '';
  const axis = isLog ? t`logarithmic axis, ` : '';
  return t`${subject} of ${counted(drawn.length, ...unit)} ${order}, ${axis}${ends}.${out}${beyond}${left}`;
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
