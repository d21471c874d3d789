import type { Decision } from '../core/diff/byHand.js';
import { diffTables } from '../core/diff/diff.js';
import { likenessOf } from '../core/diff/likeness.js';
import { rowsInBase } from '../core/diff/base.js';
import { diffRows, placeOf, type DiffRow, type RowPlace } from '../core/diff/rows.js';
import { readTails, type TailReading } from '../core/diff/tails.js';
import type { TableDocument } from '../core/formats/format.js';
import type { CalibrationTable } from '../core/table/table.js';
import type { DiffMessage } from './diff.js';
import type { DiffSide } from './diffSide.js';
import { packBase, type UnreadBase } from './diffBase.js';
import { packColumns } from './diffColumns.js';

/** One side of a comparison: where it is, its name for people, and what it holds. */
export interface ComparedSide {
  readonly uri: { toString(): string };
  readonly label: string;
  readonly document: TableDocument;
}

/**
 * A comparison of two tables as the view draws it.
 * @param byHand what a user decided about pairs
 * @param base a third table that both come from
 */
export function diffMessage(
  before: ComparedSide,
  after: ComparedSide,
  byHand: readonly Decision[] = [],
  base: ComparedSide | UnreadBase | null = null,
): DiffMessage {
  const [oldTable, newTable] = [before.document.table, after.document.table];
  const diff = diffTables(oldTable, newTable, 0, byHand);
  const rows = diffRows(diff);
  const places = rows.map((row) => placeOf(row, diff));
  return {
    type: 'diff',
    old: sideOf(before),
    new: sideOf(after),
    ...withBase(base, [oldTable, newTable], places),
    verdict: diff.verdict,
    summary: diff.summary,
    byHand,
    likeness: likenessOf(before.document, after.document, diff),
    tails: tailsByRow(readTails(oldTable.header, newTable.header, diff.pairs), rows),
    oldNames: oldTable.names,
    newNames: newTable.names,
    ...packColumns(rows, diff, oldTable, newTable),
  };
}

/** What a base says about the rows, and its names. */
function withBase(
  base: ComparedSide | UnreadBase | null,
  [before, after]: readonly [CalibrationTable, CalibrationTable],
  rows: readonly RowPlace[],
): Pick<DiffMessage, 'base' | 'baseNames'> {
  if (base === null || 'problem' in base) return { base, baseNames: [] };
  const { table } = base.document;
  return { base: packBase(sideOf(base), table, rowsInBase(table, before, after, rows)), baseNames: table.names };
}

function sideOf({ uri, label, document }: ComparedSide): DiffSide {
  return { uri: uri.toString(), file: label, header: document.table.header };
}

function tailsByRow(tails: TailReading | null, rows: readonly DiffRow[]): TailReading | null {
  if (!tails) return null;
  const rowOfPair = new Map(rows.flatMap((row, at) => ('pair' in row ? [[row.pair, at] as const] : [])));
  return { ...tails, longest: tails.longest.map((tail) => ({ ...tail, pair: rowOfPair.get(tail.pair) ?? -1 })) };
}
