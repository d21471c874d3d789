/** Writes a plan as a new file, and says what stayed and what was lost. */
import { isNegative } from '../bytes/float32.js';
import type { TableDocument, WritableFormat } from '../formats/format.js';
import { formatOf } from '../formats/index.js';
import { keyedBy } from '../formats/keyedBy.js';
import { missingRows, planByName, type Dropped, type Plan, type PlanRow } from './plan.js';
import { storedFromScale } from '../table/quantization.js';
import { applySplice } from '../bytes/splice.js';
import { entryBits, entryScale, type CalibrationTable } from '../table/table.js';

import type { Replaced } from './sibling.js';

export type { Dropped } from './plan.js';

export interface Renamed {
  readonly from: string;
  readonly to: string;
  readonly rule: string;
}

/** What a conversion did, apart from the names of the files. */
export interface ConversionReport {
  readonly entriesIn: number;
  readonly entriesOut: number;
  readonly renamed: readonly Renamed[];
  readonly dropped: readonly Dropped[];
  /** What the network needs and the result lacks. */
  readonly missing: readonly string[];
  /** Sentences: what the new file can't hold. */
  readonly lost: readonly string[];
  /** Numbers of the file that gave way to those of the JSON beside it. */
  readonly replaced?: readonly Replaced[];
}

export interface Conversion {
  readonly bytes: Uint8Array;
  readonly report: ConversionReport;
}

/** Said wherever names are carried over without a network to check them against. */
export const NAMES_CARRIED =
  'Names are carried over as they are. TensorRT names tensors and NVDLA names layers: with in-place layers (BatchNorm, Scale, ReLU on one blob) the same name can mean another tensor.';

/** Said where names of layers are carried over from a format that keeps the scale of what they read. */
export const INPUTS_CARRIED =
  "The table keeps the scale of each layer's input; under the same name the new file means what the layer writes. Convert with the network instead.";

/**
 * Converts a document, names unchanged.
 * @param header the header line to write, for a target that has one
 * @throws RangeError when the target has a header and none is given
 */
export function convertDocument(source: TableDocument, target: WritableFormat, header: string | null): Conversion {
  if (header !== null && source.table.format === target.id) return withHeader(source, header);
  const { bytes, report } = writePlan(source, planByName(source, target), header);
  const format = formatOf(source);
  const sameKeys = keyedBy(source.table, format) === target.keyedBy;
  const carried = format.ofInputs ? [INPUTS_CARRIED] : sameKeys ? [] : [NAMES_CARRIED];
  return { bytes, report: { ...report, lost: [...report.lost, ...carried] } };
}

/** The same file under another header line; every other byte stays. */
function withHeader(source: TableDocument, raw: string): Conversion {
  const splice = formatOf(source).edit?.(source, { kind: 'header', raw });
  const entries = source.table.names.length;
  return {
    bytes: splice ? applySplice(source.bytes, splice) : source.bytes,
    report: { entriesIn: entries, entriesOut: entries, renamed: [], dropped: [], missing: [], lost: [] },
  };
}

/**
 * Writes a plan; rows without a number are left out and listed as missing. Between formats of one quantity
 * the stored number stays as it is.
 * @throws RangeError when the target has a header and none is given
 */
export function writePlan(source: TableDocument, plan: Plan, header: string | null): Conversion {
  const { target } = plan;
  if (target.hasHeader && header === null)
    throw new RangeError(`A ${target.label} needs a header: a TensorRT version and an algorithm.`);
  const rows = plan.rows.filter((row) => row.source !== null);
  const table: CalibrationTable = {
    format: target.id,
    quantity: target.quantity ?? source.table.quantity,
    header: source.table.header,
    names: rows.map(({ name }) => name),
    values: Float64Array.from(rows, (row) => storedValue(source.table, row, target)),
  };
  return {
    bytes: target.write(table, header === null ? {} : { header }),
    report: {
      entriesIn: source.table.names.length,
      entriesOut: rows.length,
      renamed: rows.flatMap((row) => renamedRow(source.table, row)),
      dropped: plan.dropped,
      missing: missingRows(plan),
      lost: losses(source, rows, target),
    },
  };
}

/** The number to store; a negative one goes as its absolute value, which is what NVDLA takes. */
function storedValue(table: CalibrationTable, { source }: PlanRow, target: WritableFormat): number {
  const quantity = target.quantity ?? table.quantity;
  if (source?.kind !== 'entry') return storedFromScale(source?.scale ?? NaN, quantity);
  const value =
    table.quantity === quantity
      ? (table.values[source.entry] ?? NaN)
      : storedFromScale(entryScale(table, source.entry), quantity);
  return Math.abs(value);
}

function renamedRow({ names }: CalibrationTable, { name, source }: PlanRow): Renamed[] {
  if (source?.kind !== 'entry' || names[source.entry] === name) return [];
  return [{ from: names[source.entry] ?? '', to: name, rule: source.rule }];
}

function losses(
  { table, findings, kept = [] }: TableDocument,
  rows: readonly PlanRow[],
  target: WritableFormat,
): string[] {
  const entries = rows.flatMap(({ source }) => (source?.kind === 'entry' ? [source.entry] : []));
  const count = (test: (entry: number) => boolean): number => entries.filter(test).length;
  const negative = count((entry) => isNegative(entryBits(table, entry)));
  const rounded = count((entry) => {
    const scale = entryScale(table, entry);
    return Math.fround(scale) !== scale;
  });
  const ranged = findings.filter(({ rule }) => rule === 'nvdla-min-max-ignored' || rule === 'nvdla-offset').length;
  const unread = findings.filter(({ entry, severity }) => entry === null && severity !== 'info').length;
  const lost: [boolean, string][] = [
    [
      table.header.raw !== null && !target.hasHeader,
      `The header "${table.header.raw?.trim()}" (version and algorithm).`,
    ],
    [negative > 0, `The sign of ${negative} negative scales.`],
    [rounded > 0 && target.storage === 'float32', `Digits beyond float32 of ${rounded} scales.`],
    [ranged > 0 && target.id !== table.format, `min, max or offset of ${ranged} entries.`],
    [unread > 0, `${unread} lines that could not be read.`],
    ...kept.map(({ title, items }): [boolean, string] => [true, `The section "${title}" (${items.length} lines).`]),
  ];
  return lost.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
