import { exactText, type Cell, type Grid } from './grid.js';

/** What a spreadsheet would run as a formula when it stands first in a cell, behind any apostrophes of the name's own. */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** What is quoted: the delimiters that a spreadsheet may split at in any country, lest what follows one begins a cell of its own. */
const SPECIAL = /[",;\t\r\n]/;

/**
 * Comma- or tab-separated values (RFC 4180 quoting, LF line ends, one line of titles). Numbers keep every digit.
 * Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function delimitedText({ columns, rows }: Grid, delimiter: ',' | '\t'): string {
  const quote = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(delimitedCell))];
  return lines.map((line) => `${line.map(quote).join(delimiter)}\n`).join('');
}

/** Only text is dangerous: a number may begin with a minus sign. */
function delimitedCell(cell: Cell): string {
  return typeof cell === 'string' ? neutralised(cell) : exactText(cell);
}

/** The text, made harmless to a spreadsheet; {@link withoutApostrophe} gives it back. */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that {@link neutralised} was given. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
