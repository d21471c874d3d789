import { escapeControls } from './escape.js';
import { viewText, type Cell, type Column, type Grid } from './grid.js';
import { displayWidth, shortenMiddle } from './width.js';

const GAP = '  ';
/** A flexible column is not squeezed below this; rather the line runs over. */
const NARROWEST = 12;

/**
 * An aligned table for people, one line a row, every line with its line end.
 * @param width columns of the terminal; flexible columns give way to fit it. Infinity for a file or a pipe.
 */
export function textTable({ columns, rows }: Grid, width = Infinity): string {
  const cells = rows.map((row) => row.map(textCell));
  const widths = fit(columns, naturalWidths(columns, cells), width);
  const titles = columns.map(({ title }) => title);
  return [titles, ...cells].map((row) => textLine(row, columns, widths)).join('');
}

function textCell(cell: Cell): string {
  return escapeControls(viewText(cell));
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title }, i) => {
    let widest = title.length;
    for (const row of rows) widest = Math.max(widest, displayWidth(row[i] ?? ''));
    return widest;
  });
}

/** Takes what is too much from the flexible columns, in equal parts. */
function fit(columns: readonly Column[], widths: readonly number[], width: number): number[] {
  const flexible = columns.filter((column) => column.flexible).length;
  const total = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
  const excess = Math.ceil(Math.max(0, total - width) / flexible);
  return widths.map((each, i) => (columns[i]?.flexible && excess > 0 ? Math.max(NARROWEST, each - excess) : each));
}

function textLine(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const cells = row.map((cell, i) =>
    pad(shortenMiddle(cell, widths[i] ?? 0), widths[i] ?? 0, columns[i]?.align === 'right'),
  );
  return `${cells.join(GAP).trimEnd()}\n`;
}

function pad(text: string, width: number, atStart: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return atStart ? space + text : text + space;
}
