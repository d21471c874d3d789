/**
 * A comparison as two texts for a text diff: one line an entry, in the same row order on both sides, so that only what
 * differs is marked. Numbers come first, where they are in sight beside names of any length, and tabs stand between them:
 * blanks that fill a column up would change with the number before them. Entries of one side stand apart, between empty lines that both texts
 * have: without them a line diff would take a removed entry for the old version of the changed one beside it.
 */
import type { Diff } from '../diff.js';
import { DOUBTFUL_BELOW } from '../align/doubtful.js';
import { diffRows, type DiffRow } from '../rows.js';
import type { TableHeader } from '../../table/header.js';
import { rangeOf } from '../../table/quantization.js';
import { entryScale, type CalibrationTable } from '../../table/table.js';
import { escapeControls } from '../../render/escape.js';
import { viewText } from '../../render/grid.js';
import { headerText } from '../../render/headerText.js';

const SCALE_DIGITS = 9;

interface Lines {
  readonly old: string[];
  readonly new: string[];
}

/** Both texts, old and new, each line with its line end. */
export function diffLines(before: CalibrationTable, after: CalibrationTable, diff: Diff): { old: string; new: string } {
  const lines: Lines = { old: [headerLineOf(before.header), ''], new: [headerLineOf(after.header), ''] };
  const line = (table: CalibrationTable, index: number, note = ''): string => entryLine(table, index, note);
  let last: Side | null = null;
  for (const row of diffRows(diff)) {
    const side = sideOf(row);
    if (last !== null && side !== last) separate(lines);
    last = side;
    if ('pair' in row)
      pushPair(
        lines,
        diff,
        row.pair,
        (index, note) => line(before, index, note),
        (index, note) => line(after, index, note),
      );
    else if ('removed' in row) lines.old.push(line(before, diff.removed[row.removed]?.index ?? 0));
    else lines.new.push(line(after, diff.added[row.added]?.index ?? 0));
  }
  return { old: textOf(lines.old), new: textOf(lines.new) };
}

type Side = 'both' | 'old' | 'new';
type LineOf = (index: number, note: string) => string;

function sideOf(row: DiffRow): Side {
  if ('pair' in row) return 'both';
  return 'removed' in row ? 'old' : 'new';
}

function separate({ old, new: next }: Lines): void {
  old.push('');
  next.push('');
}

/** Doubt stands on both sides: it is about the pair, not about one of its entries. */
function pushPair(lines: Lines, { pairs }: Diff, index: number, oldLine: LineOf, newLine: LineOf): void {
  const pair = pairs[index];
  if (!pair) return;
  const note =
    pair.confidence >= DOUBTFUL_BELOW
      ? ''
      : pair.how === 'same-name'
        ? '? same name, another tensor?'
        : '? doubtful pair';
  lines.old.push(oldLine(pair.oldIndex, note));
  lines.new.push(newLine(pair.newIndex, note));
}

function entryLine(table: CalibrationTable, index: number, note: string): string {
  const range = rangeOf(table.values[index] ?? NaN, table.quantity);
  const cells = [
    scaleText(entryScale(table, index)),
    `±${viewText(range)}`,
    escapeControls(table.names[index] ?? ''),
    note,
  ];
  return cells.join('\t').trimEnd();
}

/** As many digits as a float32 needs. */
function scaleText(scale: number): string {
  return Number.isFinite(scale) ? scale.toPrecision(SCALE_DIGITS) : String(scale);
}

function headerLineOf(header: TableHeader): string {
  return `header: ${escapeControls(headerText(header))}`;
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
