import { escapeControls } from './escape.js';
import { exactText, type Cell, type Grid } from './grid.js';

/** What GitHub's Markdown would take for its own. */
const MARKUP = /[\\`*_[\]<>|~&$#]/g;

/** A Markdown table (GitHub's kind). Numbers keep every digit. */
export function markdownTable({ columns, rows }: Grid): string {
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
  const titles = columns.map(({ title }) => escapeMarkdown(title));
  return [titles, rule, ...rows.map((row) => row.map(markdownCell))].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

function markdownCell(cell: Cell): string {
  return escapeMarkdown(exactText(cell));
}

/** The text so that Markdown shows it as it is, on one line. */
export function escapeMarkdown(text: string): string {
  return escapeControls(text.replace(MARKUP, '\\$&'));
}
