import { diffTables, type Diff } from '../../core/diff/diff.js';
import { likenessOf } from '../../core/diff/likeness.js';
import { diffRows, type DiffRow } from '../../core/diff/rows.js';
import { readTails, type TailReading } from '../../core/diff/tails.js';
import { entryScale, type CalibrationTable } from '../../core/table/table.js';
import { DIFF_HOW, type DiffMessage, type DiffSide } from '../../protocol/diff.js';
import type { Side } from './sides.js';

/** A comparison of two tables as the view draws it. */
export function diffMessage(before: Side, after: Side): DiffMessage {
  const [oldTable, newTable] = [before.document.table, after.document.table];
  const diff = diffTables(oldTable, newTable);
  const rows = diffRows(diff);
  const { indices, evidence } = indicesOf(rows, diff);
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
    indices,
    evidence,
    numbers: numbersOf(rows, diff, oldTable, newTable),
  };
}

function sideOf({ uri, label, document }: Side): DiffSide {
  return { uri: uri.toString(), file: label, header: document.table.header };
}

/** The integer columns, one after the other, and the lists that the last of them points into. */
function indicesOf(
  rows: readonly DiffRow[],
  { pairs, removed, added }: Diff,
): Pick<DiffMessage, 'indices' | 'evidence'> {
  const count = rows.length;
  const indices = new Int32Array(4 * count).fill(-1, 0, 2 * count);
  const lists = new EvidenceLists();
  rows.forEach((row, at) => {
    const pair = 'pair' in row ? pairs[row.pair] : undefined;
    indices[at] = pair?.oldIndex ?? ('removed' in row ? (removed[row.removed]?.index ?? -1) : -1);
    indices[count + at] = pair?.newIndex ?? ('added' in row ? (added[row.added]?.index ?? -1) : -1);
    indices[2 * count + at] = DIFF_HOW.indexOf(pair?.how ?? null);
    indices[3 * count + at] = lists.indexOf(pair?.evidence ?? []);
  });
  return { indices, evidence: lists.all };
}

/** The number columns, one after the other. */
function numbersOf(
  rows: readonly DiffRow[],
  { pairs, removed, added }: Diff,
  before: CalibrationTable,
  after: CalibrationTable,
): Float64Array {
  const count = rows.length;
  const numbers = new Float64Array(4 * count).fill(NaN);
  rows.forEach((row, at) => {
    const pair = 'pair' in row ? pairs[row.pair] : undefined;
    if ('removed' in row) numbers[at] = entryScale(before, removed[row.removed]?.index ?? -1);
    else if ('added' in row) numbers[count + at] = entryScale(after, added[row.added]?.index ?? -1);
    else if (pair)
      [pair.oldScale, pair.newScale, pair.log2Ratio, pair.confidence].forEach((value, column) => {
        numbers[column * count + at] = value;
      });
  });
  return numbers;
}

function tailsByRow(tails: TailReading | null, rows: readonly DiffRow[]): TailReading | null {
  if (!tails) return null;
  const rowOfPair = new Map(rows.flatMap((row, at) => ('pair' in row ? [[row.pair, at] as const] : [])));
  return { ...tails, longest: tails.longest.map((tail) => ({ ...tail, pair: rowOfPair.get(tail.pair) ?? -1 })) };
}

/** Every different list of evidence once. */
class EvidenceLists {
  readonly all: (readonly string[])[] = [];
  readonly #known = new Map<string, number>();

  indexOf(list: readonly string[]): number {
    const key = list.join('\n');
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    this.#known.set(key, this.all.length);
    return this.all.push(list) - 1;
  }
}
