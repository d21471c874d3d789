import type { Finding, Severity } from '../../src/core/findings/finding.js';
import { bitsToHex } from '../../src/core/bytes/float32.js';
import type { NetworkPlaces } from '../../src/core/naming/places.js';
import { layerTypeOf } from '../../src/core/table/entryNames.js';
import { rangesOf, summarize, type Summary } from '../../src/core/table/stats.js';
import { entryBits, entryScale, type CalibrationTable } from '../../src/core/table/table.js';
import { NO_EDITS, type Edits } from './editMarks.js';
import type { LabelColumn, TableMessage } from '../../src/protocol/table.js';
import { fullNumber } from '../shared/text/numbers.js';
import type { Values } from './values/values.js';
import { t } from '../../src/core/texts/translate.js';

/** A table message with what the view derives from it, once. */
export interface TableModel {
  readonly message: TableMessage;
  readonly table: CalibrationTable;
  readonly ranges: Float64Array;
  readonly summary: Summary;
  readonly findingsOf: ReadonlyMap<number, readonly Finding[]>;
  /** What was found about no entry in particular. */
  readonly fileFindings: readonly Finding[];
  readonly places: NetworkPlaces | null;
  /** What is known of entries from elsewhere. */
  readonly labels: readonly LabelColumn[];
  /** What their values look like, as far as that is known. */
  readonly values: Values | null;
  /** Which entries are edited since the last save. */
  readonly edits: Edits;
}

/** What is known of the entries besides the table. */
export type Around = Pick<TableModel, 'places' | 'labels' | 'values' | 'edits'>;

export const NOTHING_AROUND: Around = { places: null, labels: [], values: null, edits: NO_EDITS };

export function modelOf(message: TableMessage, around: Around = NOTHING_AROUND): TableModel {
  const { format, quantity, header, names, values, bits, findings } = message;
  const table: CalibrationTable = { format: format.id, quantity, header, names, values, ...(bits ? { bits } : {}) };
  const ranges = rangesOf(table);
  const findingsOf = groupByEntry(findings);
  const fileFindings = findings.filter(({ index }) => index === null);
  return {
    message,
    table,
    ranges,
    summary: summarize(ranges),
    findingsOf,
    fileFindings,
    places: around.places,
    labels: around.labels,
    values: around.values,
    edits: around.edits,
  };
}

/** What the entries are entries of, one and many. */
export function unitOf({ message }: TableModel): readonly [string, string] {
  return message.format.keyedBy === 'layer' ? [t`layer`, t`layers`] : [t`tensor`, t`tensors`];
}

export function scaleAt({ table }: TableModel, entry: number): number {
  return entryScale(table, entry);
}

export function hexAt({ table }: TableModel, entry: number): string {
  return bitsToHex(entryBits(table, entry));
}

/** The number that the file stores for an entry and what it is, where that is not the scale. */
export function storedAt({ table: { values, quantity } }: TableModel, entry: number): string | null {
  if (quantity === 'scale') return null;
  return `${quantity === 'amax' ? t`range` : t`reciprocal`} ${fullNumber(values[entry] ?? NaN)}`;
}

export function nameAt({ table }: TableModel, entry: number): string {
  return table.names[entry] ?? '';
}

/** The layer type: the attached network's word, else what the name tells. */
export function typeAt(model: TableModel, entry: number): string {
  const { types = [], typeOf = [] } = model.places ?? {};
  return types[typeOf[entry] ?? -1] ?? layerTypeOf(nameAt(model, entry)) ?? '';
}

/** Findings about an entry, the most serious first. */
export function findingsAt({ findingsOf }: TableModel, entry: number): readonly Finding[] {
  return findingsOf.get(entry) ?? [];
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function groupByEntry(findings: readonly Finding[]): Map<number, Finding[]> {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.index === null) continue;
    const group = groups.get(finding.index);
    if (group) group.push(finding);
    else groups.set(finding.index, [finding]);
  }
  for (const group of groups.values())
    group.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return groups;
}
