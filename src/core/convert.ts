/** From one format to another by name, saying what stays and what is lost. */
import { bitsToFloat, floatToBits, isNegative } from './float32.js';
import type { TableDocument, TableFormat } from './formats/format.js';
import { formatOf } from './formats/index.js';
import { storedFromScale } from './quantization.js';
import { entryBits, entryScale, type CalibrationTable } from './table.js';

export interface Dropped { readonly name: string; readonly why: string }
export interface Renamed { readonly from: string; readonly to: string; readonly rule: string }

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
}

export interface Conversion {
  readonly bytes: Uint8Array;
  readonly report: ConversionReport;
}

/** Said wherever names are carried over without a network to check them against. */
export const NAMES_CARRIED =
  'Names were carried over as they are. TensorRT names tensors and NVDLA names layers: with in-place layers (BatchNorm, Scale, ReLU on one blob) the same name can mean another tensor.';

/**
 * Converts a document, names unchanged.
 * @param header the header line to write, for a target that has one
 * @throws RangeError when the target has a header and none is given
 */
export function convertDocument(source: TableDocument, target: TableFormat, header: string | null): Conversion {
  if (target.hasHeader && header === null) throw new RangeError(`A ${target.label} needs a header: a TensorRT version and an algorithm.`);
  const from = formatOf(source);
  const kept = keepable(source.table, target);
  const table = pick(source.table, kept.indices, target);
  return {
    bytes: target.write(table, header === null ? {} : { header }),
    report: {
      entriesIn: source.table.names.length,
      entriesOut: kept.indices.length,
      renamed: [], dropped: kept.dropped, missing: [],
      lost: [...losses(source, from, target), ...(from.keyedBy === target.keyedBy ? [] : [NAMES_CARRIED])],
    },
  };
}

/** Entries that the target can hold. Of equal names the first one stays, as NVDLA's reader has it. */
function keepable(table: CalibrationTable, target: TableFormat): { indices: number[]; dropped: Dropped[] } {
  const indices: number[] = [];
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  table.names.forEach((name, i) => {
    const why = dropReason(table, i, target) ?? (seen.has(name) ? 'a second entry of this name; the first was kept' : null);
    seen.add(name);
    if (why === null) indices.push(i);
    else dropped.push({ name, why });
  });
  return { indices, dropped };
}

function dropReason(table: CalibrationTable, index: number, target: TableFormat): string | null {
  const scale = entryScale(table, index);
  if (!Number.isFinite(scale)) return `its scale is ${Number.isNaN(scale) ? 'no number' : String(scale)}`;
  if (target.storage === 'float32' && !Number.isFinite(bitsToFloat(floatToBits(scale)))) return 'its scale does not fit a float32';
  return target.nameProblem(table.names[index] ?? '');
}

/** The kept entries in the target's quantity; between formats of one quantity the stored number stays as it is. */
function pick(table: CalibrationTable, indices: readonly number[], target: TableFormat): CalibrationTable {
  const stored = (i: number): number =>
    table.quantity === target.quantity ? table.values[i] ?? NaN : storedFromScale(entryScale(table, i), target.quantity);
  return {
    format: target.id, quantity: target.quantity, header: table.header,
    names: indices.map((i) => table.names[i] ?? ''),
    values: Float64Array.from(indices, (i) => Math.abs(stored(i))),
  };
}

function losses({ table, findings }: TableDocument, from: TableFormat, target: TableFormat): string[] {
  const lost: string[] = [];
  const negative = table.names.filter((_, i) => isNegative(entryBits(table, i))).length;
  if (table.header.raw !== null && !target.hasHeader) lost.push(`The header "${table.header.raw.trim()}" (version and algorithm).`);
  if (negative > 0) lost.push(`The sign of ${negative} negative scales.`);
  if (target.storage === 'float32' && table.bits === undefined) lost.push(...roundedScales(table));
  const ranges = findings.filter(({ rule }) => rule === 'nvdla-min-max-ignored' || rule === 'nvdla-offset');
  if (ranges.length > 0 && from.id !== target.id) lost.push(`min, max or offset of ${ranges.length} entries.`);
  const unread = findings.filter(({ entry, severity }) => entry === null && severity !== 'info').length;
  if (unread > 0) lost.push(`${unread} lines that could not be read.`);
  return lost;
}

function roundedScales(table: CalibrationTable): string[] {
  const rounded = table.values.filter((value) => Number.isFinite(value) && Math.fround(value) !== value).length;
  return rounded > 0 ? [`Digits beyond float32 of ${rounded} scales.`] : [];
}
