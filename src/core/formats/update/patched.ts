/** Puts a stretch that was read anew into the columns of a document. */
import type { Finding } from '../../findings/finding.js';
import type { CalibrationTable, Ends } from '../../table/table.js';
import type { EntrySpans, KeptPart, Patch, TableDocument } from '../format.js';

/** The document with the patch in it. Nothing of the old one is changed; columns that stay the same are shared. */
export function patched(document: TableDocument, patch: Patch, bytes: Uint8Array): TableDocument {
  const { table, kept } = document;
  const ends = patchedEnds(document.table, patch);
  const { from, to, reading, lineShift } = patch;
  const bits = table.bits && reading.table.bits && joined(table.bits, patch, reading.table.bits);
  return {
    ...document,
    bytes,
    table: {
      ...table,
      header: reading.table.header.raw === null && patch.start > 0 ? table.header : reading.table.header,
      names: withNames(table.names, from, to, reading.table.names),
      values: joined(table.values, patch, reading.table.values),
      ...(bits && { bits }),
      ...(ends && { ends }),
    },
    spans: withSpans(document.spans, patch, patch.shift ?? bytes.length - document.bytes.length),
    findings: withFindings(document.findings, patch),
    ...(kept && { kept: lineShift === 0 ? kept : kept.map((part) => shiftedPart(part, lineShift)) }),
  };
}

function withNames(names: readonly string[], from: number, to: number, fresh: readonly string[]): readonly string[] {
  if (fresh.length === to - from && fresh.every((name, i) => name === names[from + i])) return names;
  return names.slice(0, from).concat(fresh, names.slice(to));
}

/** Whether the ends of ranges can be told without the whole file: a table has them where an entry has, and what went may have been the last that had. */
export function knowsEnds({ ends }: CalibrationTable, { from, to, reading }: Patch): boolean {
  if (!ends || reading.table.ends) return true;
  const remain = (column: Float64Array): boolean =>
    column.some((end, i) => (i < from || i >= to) && !Number.isNaN(end));
  return remain(ends.min) || remain(ends.max);
}

function patchedEnds({ ends, names }: CalibrationTable, patch: Patch): Ends | null {
  const fresh = patch.reading.table.ends;
  if (!ends && !fresh) return null;
  const [old, added] = [ends ?? noEnds(names.length), fresh ?? noEnds(patch.reading.table.names.length)];
  return { min: joined(old.min, patch, added.min), max: joined(old.max, patch, added.max) };
}

function noEnds(count: number): Ends {
  const none = new Float64Array(count).fill(NaN);
  return { min: none, max: none };
}

function joined<T extends Float64Array | Uint32Array>(old: T, { from, to }: Patch, fresh: T): T {
  const result = new (old.constructor as new (length: number) => T)(old.length - (to - from) + fresh.length);
  result.set(old.subarray(0, from));
  result.set(fresh, from);
  result.set(old.subarray(to), from + fresh.length);
  return result;
}

function withSpans(spans: EntrySpans, patch: Patch, shift: number): EntrySpans {
  const { reading, origin, line, lineShift } = patch;
  const columns = (Object.keys(spans) as (keyof EntrySpans)[]).map((key) => {
    const [fresh, tail] = key === 'line' ? [line - 1, lineShift] : [origin, shift];
    return [key, withColumn(spans[key], patch, reading.spans[key], fresh, tail)] as const;
  });
  return Object.fromEntries(columns) as unknown as EntrySpans;
}

/** @param fresh, tail what is added to the new numbers, and to those behind them */
function withColumn(old: Uint32Array, patch: Patch, read: Uint32Array, fresh: number, tail: number): Uint32Array {
  const { from, to } = patch;
  const added = read.map((value) => value + fresh);
  if (tail === 0 && added.length === to - from && added.every((value, i) => value === old[from + i])) return old;
  const result = joined(old, patch, added);
  if (tail !== 0) for (let i = from + added.length; i < result.length; i++) result[i] = (result[i] ?? 0) + tail;
  return result;
}

/** Findings of the stretch give way to its new ones; those behind it move. */
function withFindings(findings: readonly Finding[], patch: Patch): readonly Finding[] {
  const { from, to, line, lineShift, reading } = patch;
  const fresh = reading.findings.map((item) => shiftedFinding(item, from, line - 1));
  const grown = reading.table.names.length - (to - from);
  const before = findings.filter((item) => place(item, patch) < 0);
  const after = findings.filter((item) => place(item, patch) > 0);
  const moved = grown === 0 && lineShift === 0 ? after : after.map((item) => shiftedFinding(item, grown, lineShift));
  return [...before, ...fresh, ...moved];
}

/** Whether a finding is of what stands before the stretch (or of the whole file), in it (0), or behind it. */
function place({ index, line }: Finding, patch: Patch): number {
  if (index !== null) return index < patch.from ? -1 : index < patch.to ? 0 : 1;
  if (line === null || patch.nextLine === null || line < patch.line) return -1;
  return line < patch.nextLine ? 0 : 1;
}

function shiftedFinding(item: Finding, entries: number, lines: number): Finding {
  const { index, line } = item;
  return { ...item, index: index === null ? null : index + entries, line: line === null ? null : line + lines };
}

function shiftedPart({ title, items }: KeptPart, lines: number): KeptPart {
  return { title, items: items.map((item) => ({ ...item, line: item.line + lines })) };
}
