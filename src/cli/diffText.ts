/** A comparison for people: at the terminal, and in a pull request. */
import type { Diff, Leftover } from '../core/diff/diff.js';
import { changesView, leftoversView } from '../core/render/diffGrid.js';
import { escapeControls } from '../core/render/escape.js';
import { viewText, type Grid } from '../core/render/grid.js';
import { escapeMarkdown, markdownTable } from '../core/render/markdown.js';
import { textTable } from '../core/render/text.js';
import { headerText } from './headerBlock.js';
import { shownName, type Input } from './input.js';

/** Both tables, what is known about reuse, counts, and everything that changed. */
export function diffText(before: Input, after: Input, diff: Diff, width: number): string {
  const intro = [`old  ${sideText(before)}`, `new  ${sideText(after)}`, ...statements(diff), summaryText(diff)];
  const sections = sectionsOf(diff).map(({ title, grid }) => `\n${title}\n${textTable(grid, width)}`);
  return intro.map((line) => `${escapeControls(line)}\n`).join('') + sections.join('');
}

/** The same as Markdown. */
export function diffMarkdown(before: Input, after: Input, diff: Diff): string {
  const items = [`old: ${sideText(before)}`, `new: ${sideText(after)}`, ...statements(diff)];
  const sections = sectionsOf(diff).map(({ title, grid }) => `\n**${title}**\n\n${markdownTable(grid)}`);
  return `${items.map((item) => `- ${escapeMarkdown(item)}\n`).join('')}\n${escapeMarkdown(summaryText(diff))}\n${sections.join('')}`;
}

function sideText({ file, document }: Input): string {
  const { header } = document.table;
  return header.raw === null ? shownName(file) : `${shownName(file)}: ${headerText(header)}`;
}

function statements({ verdict }: Diff): string[] {
  return verdict.statements.map(({ text, basis }) => `${text} (${basis})`);
}

function summaryText({ summary }: Diff): string {
  const { same, changed, removed, added, grew, shrank, largestChange } = summary;
  const detail = changed === 0 ? '' : ` (${grew} grew, ${shrank} shrank${largestChange === null ? '' : `, at most ${viewText(largestChange)} in log2`})`;
  return `${same} same, ${changed} changed${detail}, ${removed} removed, ${added} added`;
}

function sectionsOf(diff: Diff): { title: string; grid: Grid }[] {
  const leftovers = (title: string, list: readonly Leftover[]): { title: string; grid: Grid } => ({ title, grid: leftoversView(list) });
  return [
    { title: 'Changed', grid: changesView(diff) },
    leftovers('Removed', diff.removed),
    leftovers('Added', diff.added),
  ].filter(({ grid }) => grid.rows.length > 0);
}
