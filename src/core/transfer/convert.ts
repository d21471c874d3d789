/** Writes a plan as a new file, and says what stayed and what was lost. */
import type { TableDocument, WritableFormat } from '../formats/format.js';
import { keyedBy } from '../formats/keyedBy.js';
import type { FromQdq } from './fromQdq.js';
import { missingRows, planByName, type Dropped, type Plan } from './plan.js';
import type { PlanRows } from './planRows.js';
import { storedFromScale } from '../table/quantization.js';
import { applySplice } from '../bytes/splice.js';
import { entryEnds, entryScale, type CalibrationTable, type EndPair } from '../table/table.js';
import { endColumns } from '../formats/endColumns.js';
import { endsFor } from './ends.js';
import { renamedParts } from './keptParts.js';
import { losses } from './losses.js';
import { editedCopy } from './sameFormat.js';
import type { Replaced } from './sibling.js';
import { t } from '../texts/translate.js';

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
  /** Of a Q/DQ model: entries that were carried, tensors with several scales, pairs that the plain model keeps. */
  readonly qdq?: Pick<FromQdq, 'carried' | 'conflicts' | 'kept'>;
}

export interface Conversion {
  readonly bytes: Uint8Array;
  readonly report: ConversionReport;
}

/** Said wherever names are carried over without a network to check them against. */
export const NAMES_CARRIED = t`Names are carried over as they are. TensorRT names tensors and NVDLA names layers: with in-place layers (BatchNorm, Scale, ReLU on one blob) the same name can mean another tensor.`;

/** Said where names of layers are carried over from a format that keeps the scale of what they read. */
export const INPUTS_CARRIED = t`The table keeps the scale of each layer's input; under the same name the new file means what the layer writes. Convert with the network instead.`;

/**
 * Converts a document, names unchanged.
 * @param header the header line to write, for a target that has one
 * @throws RangeError when the target has a header and none is given
 */
export function convertDocument(source: TableDocument, target: WritableFormat, header: string | null): Conversion {
  if (header !== null && source.format.id === target.id) return withHeader(source, header);
  const { format } = source;
  const plan = planByName(source, target);
  const copy = format.id === target.id ? copied(source, plan) : null;
  const { bytes, report } = copy ?? writePlan(source, plan, header);
  const sameKeys = keyedBy(source) === target.keyedBy;
  const carried = format.ofInputs ? [INPUTS_CARRIED] : sameKeys ? [] : [NAMES_CARRIED];
  return { bytes, report: { ...report, lost: [...report.lost, ...carried] } };
}

/** The same file under another header line; every other byte stays. */
function withHeader(source: TableDocument, raw: string): Conversion {
  const splice = source.format.edit?.(source, { kind: 'header', raw });
  const entries = source.table.names.length;
  return {
    bytes: splice ? applySplice(source.bytes, splice) : source.bytes,
    report: { entriesIn: entries, entriesOut: entries, renamed: [], dropped: [], missing: [], lost: [] },
  };
}

/** The file itself, but for entries that can't stay; null where it has to be written anew. */
function copied(source: TableDocument, plan: Plan): Conversion | null {
  const { target, rows, dropped } = plan;
  const bytes = editedCopy(source, rows, (row) => storedValue(source.table, rows, row, target));
  if (bytes === null) return null;
  const negative = losses({ ...source, findings: [], kept: [] }, rows.entries(), { ...target, keepsEnds: 'beside' });
  const report = { entriesIn: source.table.names.length, entriesOut: rows.length, renamed: [], dropped, missing: [] };
  return { bytes, report: { ...report, lost: negative } };
}

/**
 * Writes a plan; rows without a number are left out and listed as missing. Between formats of one quantity
 * the stored number stays as it is.
 * @throws RangeError when the target has a header and none is given
 */
export function writePlan(source: TableDocument, plan: Plan, header: string | null): Conversion {
  const { target } = plan;
  if (target.hasHeader && header === null)
    throw new RangeError(t`A ${target.label} needs a header: a TensorRT version and an algorithm.`);
  const { table, renamed } = convertedTable(source, plan);
  const kept = source.table.format === target.id && target.keepsParts ? renamedParts(source.kept ?? [], renamed) : [];
  return {
    bytes: target.write(table, header === null ? { kept } : { header, kept }),
    report: {
      entriesIn: source.table.names.length,
      entriesOut: table.names.length,
      renamed,
      dropped: plan.dropped,
      missing: missingRows(plan),
      lost: losses(source, plan.rows.entries(), target),
    },
  };
}

/** The table that a plan makes, not yet written. */
export function convertedTable(
  { table }: TableDocument,
  { target, rows }: Pick<Plan, 'target' | 'rows'>,
): { readonly table: CalibrationTable; readonly renamed: readonly Renamed[] } {
  const numbered = rows.numbered();
  const isWhole = numbered.length === rows.length;
  return {
    table: {
      format: target.id,
      quantity: target.quantity ?? table.quantity,
      header: table.header,
      names: isWhole ? rows.names : Array.from(numbered, (row) => rows.names[row] ?? ''),
      values: storedValues(table, rows, numbered, target),
      ...keptEnds(table, rows, numbered, target),
    },
    renamed: renamedRows(table, rows),
  };
}

/** The numbers to store, of the rows that have one. Not by `Float64Array.from`, which lists a typed array's items first. */
function storedValues(
  table: CalibrationTable,
  rows: PlanRows,
  numbered: Int32Array,
  target: WritableFormat,
): Float64Array {
  const values = new Float64Array(numbered.length);
  numbered.forEach((row, i) => (values[i] = storedValue(table, rows, row, target)));
  return values;
}

/** The number to store; a negative one goes as its absolute value, which is what NVDLA takes. */
function storedValue(table: CalibrationTable, rows: PlanRows, row: number, target: WritableFormat): number {
  const quantity = target.quantity ?? table.quantity;
  const entry = rows.entryOf(row);
  if (entry === null) return storedFromScale(rows.scaleOf(row) ?? NaN, quantity);
  const value =
    table.quantity === quantity ? (table.values[entry] ?? NaN) : storedFromScale(entryScale(table, entry), quantity);
  return Math.abs(value);
}

/** The ends that stay beside the rows' numbers. */
function keptEnds(
  table: CalibrationTable,
  rows: PlanRows,
  numbered: Int32Array,
  target: WritableFormat,
): ReturnType<typeof endColumns> {
  if (!table.ends || target.keepsEnds === undefined) return {};
  const pairs = Array.from(numbered, (row): EndPair | undefined => {
    const entry = rows.entryOf(row);
    if (entry === null) return undefined;
    return endsFor(target, storedValue(table, rows, row, target), entryEnds(table, entry)) ?? undefined;
  });
  return endColumns(pairs);
}

function renamedRows({ names }: CalibrationTable, rows: PlanRows): Renamed[] {
  const renamed: Renamed[] = [];
  rows.names.forEach((to, row) => {
    const entry = rows.entryOf(row);
    const source = entry === null || names[entry] === to ? null : rows.sourceOf(row);
    if (source?.kind === 'entry') renamed.push({ from: names[source.entry] ?? '', to, rule: source.rule });
  });
  return renamed;
}
