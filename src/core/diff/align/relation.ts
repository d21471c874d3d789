/** Whether two tables are of one network, in three steps and with the figures that speak for it. */
import { scaleAnchors, type Sides } from './anchors.js';
import { DOUBTFUL_BELOW } from './doubtful.js';
import { median } from './drift.js';
import { leftOutOf } from './leftOut.js';
import { haveSameNames } from './sameNames.js';
import type { Found } from './found.js';
import type { Pairing } from './pairing.js';
import { areRelated, closenessOf } from './strangers.js';

/**
 * `same-network`: one network, calibrated alike; `other-values`: the same graph with other weights, or calibrated
 * quite differently; `different`: another network, or another depth of the same family.
 */
export type RelationKind = 'same-network' | 'other-values' | 'different';

/** What was found, and on what it rests. Figures are of the pairs found before any was left out for being of strangers. */
export interface Relation {
  readonly kind: RelationKind;
  /** Entries that fit one of the other table, and entries of the larger table. */
  readonly paired: number;
  readonly of: number;
  /** Median and largest |log2 ratio| of those pairs; null where none has a ratio. */
  readonly medianChange: number | null;
  readonly largestChange: number | null;
  /** Scales that only one entry of each table has, equal to the bit. */
  readonly uniqueScales: number;
}

/** So many unique scales in common, and this share of the smaller table, are one calibration. */
const ONE_CALIBRATION = { share: 0.15, least: 8 } as const;
/** One version of a graph has at most this share of the larger table, or so many entries, that another one lacks. */
const LEFT_OUT = { share: 0.15, entries: 3 } as const;
/** Scales as far apart as this (|log2 ratio| in the middle) are another calibration. */
const APART = 0.5;
/** Where much is left out, scales of one network are closer than this, and by this factor closer than those of other pairs. */
const SAME = { distance: 0.35, closer: 0.4 } as const;

/** Judges two tables by the pairs that were found between them; the same whichever of both is called the old one. */
export function relationOf(raw: Sides, pairing: Pairing, found: readonly Found[]): Relation {
  const sizes = [raw.old.names.length, raw.next.names.length];
  const changes = changesOf(found, raw);
  const figures = {
    paired: found.length,
    of: Math.max(...sizes),
    medianChange: changes.length === 0 ? null : median(changes),
    largestChange: changes.length === 0 ? null : changes.reduce((most, change) => Math.max(most, change), 0),
    uniqueScales: scaleAnchors(raw.old, raw.next).length,
  };
  return { kind: kindOf(raw, pairing, found, figures), ...figures };
}

function kindOf(
  raw: Sides,
  pairing: Pairing,
  found: readonly Found[],
  { of, uniqueScales }: Omit<Relation, 'kind'>,
): RelationKind {
  const smaller = Math.min(raw.old.names.length, raw.next.names.length);
  if (uniqueScales >= Math.max(ONE_CALIBRATION.least, ONE_CALIBRATION.share * smaller)) return 'same-network';
  const sure = found.filter(({ confidence }) => confidence >= DOUBTFUL_BELOW);
  const { distance, closer } = closenessOf(sure, raw);
  if (!areRelated(sure, pairing)) return haveSameNames(raw) ? 'other-values' : 'different';
  const isWhole = leftOutOf(found, raw) <= Math.max(LEFT_OUT.entries, LEFT_OUT.share * of);
  if (isWhole) return distance > APART ? 'other-values' : 'same-network';
  return distance > SAME.distance || closer > SAME.closer ? 'different' : 'same-network';
}

/** |log2 ratio| of the pairs that have one. */
function changesOf(pairs: readonly Found[], { old, next }: Sides): number[] {
  return pairs
    .map(({ oldIndex, newIndex }) => Math.abs((old.log2[oldIndex] ?? NaN) - (next.log2[newIndex] ?? NaN)))
    .filter((change) => !Number.isNaN(change));
}
