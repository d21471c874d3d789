/** What a `changes` message says, made from two tables and made into the second one again. */
import type { Finding } from '../core/findings/finding.js';
import type { EditStep, KeptPart, TableDocument } from '../core/formats/format.js';
import {
  addedBy,
  carryRow,
  findSplices,
  findSplicesWithin,
  forEachSplice,
  lengthAfter,
  newRows,
  spliceAt,
  spliceColumn,
  spliceList,
  type RowSplices,
} from './rowSplices.js';
import type { TableChangesMessage, TableMessage } from './table.js';

/** A table that a view shows, and the line (from 1) of each entry in the file: a deletion moves the lines of what follows. */
export interface ShownTable {
  readonly message: TableMessage;
  readonly lines: Uint32Array;
}

/** Changes smaller than this go as changes whatever the size of the table. */
const ALWAYS_SMALL = 1000;

/**
 * The message that makes one table of the other in a view; null where the whole table is the smaller message.
 * @param latest the edit that led to `after`, where one did: if it was made on what `before` shows, only its entries are compared
 */
export function changesBetween(
  before: ShownTable,
  after: ShownTable,
  latest: EditStep | null = null,
): TableChangesMessage | null {
  const [old, now] = [before.message, after.message];
  if (old.format.id !== now.format.id || old.quantity !== now.quantity || !old.bits !== !now.bits) return null;
  const same = sameEntry(old, now);
  const splices =
    latest && isShown(latest.before, before)
      ? findSplicesWithin(latest.change, same)
      : findSplices(old.names.length, now.names.length, same);
  const added = addedBy(splices);
  if (added + splices.length > Math.max(ALWAYS_SMALL, now.names.length / 2)) return null;
  const lines = lineShifts(splices, before.lines, after.lines);
  const rows = newRows(splices);
  const { header, reuse, readOnly, readOnlyReason, network } = now;
  const bits = now.bits;
  return {
    type: 'changes',
    from: old.revision,
    revision: now.revision,
    splices,
    lines,
    names: rows.map((row) => now.names[row] ?? ''),
    values: Float64Array.from(rows, (row) => now.values[row] ?? NaN),
    ...(bits && { bits: Uint32Array.from(rows, (row) => bits[row] ?? 0) }),
    findings: findingsBetween(moved(old, splices, lines, now.names.length), now.findings),
    facts: { header, reuse, readOnly, readOnlyReason, network },
    ...(!isSameKept(old.kept, now.kept) && { kept: now.kept }),
  };
}

/** The table that a view shows after the changes. */
export function withChanges(before: TableMessage, changes: TableChangesMessage): TableMessage {
  const { splices, lines, names, values, bits, findings, facts, kept } = changes;
  return {
    ...before,
    ...facts,
    revision: changes.revision,
    names: spliceList(before.names, splices, names),
    values: spliceColumn(before.values, splices, values),
    ...(before.bits && bits && { bits: spliceColumn(before.bits, splices, bits) }),
    findings: spliceList(
      moved(before, splices, lines, lengthAfter(before.names.length, splices)),
      findings.splices,
      findings.added,
    ),
    kept: kept ?? before.kept,
  };
}

/** Whether a view shows the very entries of a document; columns are never changed, only replaced. */
function isShown({ table, spans }: TableDocument, { message, lines }: ShownTable): boolean {
  return (
    table.names === message.names &&
    table.values === message.values &&
    table.bits === message.bits &&
    spans.line === lines
  );
}

function sameEntry(old: TableMessage, now: TableMessage): (a: number, b: number) => boolean {
  return (a, b) =>
    old.names[a] === now.names[b] && Object.is(old.values[a], now.values[b]) && old.bits?.[a] === now.bits?.[b];
}

/** For each splice, by how many lines all that follows it has moved. */
function lineShifts(splices: RowSplices, before: Uint32Array, after: Uint32Array): Int32Array {
  const shifts: number[] = [];
  let shift = 0;
  forEachSplice(splices, (row, removed, added) => {
    shift += added - removed;
    const next = row + removed;
    const [old, now] = [before[next], after[next + shift]];
    shifts.push(old === undefined || now === undefined ? 0 : now - old);
  });
  return Int32Array.from(shifts);
}

/** The old findings with the places that their entries have now: those that still hold are equal to the new ones then. */
function moved({ findings }: TableMessage, splices: RowSplices, lines: Int32Array, after: number): readonly Finding[] {
  if (splices.length === 0) return findings;
  const carry = carryRow(splices, after);
  return findings.map((finding) => {
    if (finding.index === null) return finding;
    const index = carry(finding.index);
    const shift = linesMoved(finding.index, splices, lines);
    if (index === finding.index && shift === 0) return finding;
    return { ...finding, index, line: finding.line === null ? null : finding.line + shift };
  });
}

/** By how many lines an entry has moved: what the last splice before it says. */
function linesMoved(entry: number, splices: RowSplices, lines: Int32Array): number {
  const at = spliceAt(splices, entry);
  const isGone = at >= 0 && entry < (splices[at * 3] ?? 0) + (splices[at * 3 + 1] ?? 0);
  return lines[isGone ? at - 1 : at] ?? 0;
}

function findingsBetween(old: readonly Finding[], now: readonly Finding[]): TableChangesMessage['findings'] {
  const splices = findSplices(old.length, now.length, (a, b) => isSameFinding(old[a], now[b]));
  return { splices, added: newRows(splices).flatMap((at) => now[at] ?? []) };
}

function isSameFinding(a: Finding | undefined, b: Finding | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.index === b.index &&
    a.line === b.line &&
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.entry === b.entry &&
    a.message === b.message &&
    a.basis === b.basis
  );
}

function isSameKept(a: readonly KeptPart[], b: readonly KeptPart[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
