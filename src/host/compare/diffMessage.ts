import { diffTables } from '../../core/diff/diff.js';
import { likenessOf } from '../../core/diff/likeness.js';
import { diffRows, type DiffRow } from '../../core/diff/rows.js';
import { readTails, type TailReading } from '../../core/diff/tails.js';
import type { DiffMessage, DiffSide } from '../../protocol/diff.js';
import { packColumns } from '../../protocol/diffColumns.js';
import type { Side } from './sides.js';

/** A comparison of two tables as the view draws it. */
export function diffMessage(before: Side, after: Side): DiffMessage {
  const [oldTable, newTable] = [before.document.table, after.document.table];
  const diff = diffTables(oldTable, newTable);
  const rows = diffRows(diff);
  return {
    type: 'diff',
    old: sideOf(before),
    new: sideOf(after),
    verdict: diff.verdict,
    summary: diff.summary,
    likeness: likenessOf(before.document, after.document, diff),
    tails: tailsByRow(readTails(oldTable.header, newTable.header, diff.pairs), rows),
    oldNames: oldTable.names,
    newNames: newTable.names,
    ...packColumns(rows, diff, oldTable, newTable),
  };
}

function sideOf({ uri, label, document }: Side): DiffSide {
  return { uri: uri.toString(), file: label, header: document.table.header };
}

function tailsByRow(tails: TailReading | null, rows: readonly DiffRow[]): TailReading | null {
  if (!tails) return null;
  const rowOfPair = new Map(rows.flatMap((row, at) => ('pair' in row ? [[row.pair, at] as const] : [])));
  return { ...tails, longest: tails.longest.map((tail) => ({ ...tail, pair: rowOfPair.get(tail.pair) ?? -1 })) };
}
