/** A comparison for people: at the terminal, and in a pull request. */
import type { Diff, Leftover } from '../diff.js';
import { DOUBTFUL_BELOW } from '../align/doubtful.js';
import { readTails, type TailReading } from '../tails.js';
import type { TableHeader } from '../../table/header.js';
import { changesView, doubtsView, leftoversView, renamesView, tailsView } from './diffGrid.js';
import { escapeControls } from '../../render/escape.js';
import { viewText, type Grid } from '../../render/grid.js';
import { headerText } from '../../render/headerText.js';
import { escapeMarkdown, markdownTable } from '../../render/markdown.js';
import { textTable } from '../../render/text.js';

/** One of the two tables: what people call it, and its header. */
export interface ReportSide {
  readonly name: string;
  readonly header: TableHeader;
}

/** Rows of one kind. */
export interface Section {
  readonly title: string;
  readonly grid: Grid;
}

/**
 * Both tables, what is known about reuse, counts, and everything that changed.
 * @param likeness what alone differs between the files, where that can be said in a sentence
 */
export function diffText(
  before: ReportSide,
  after: ReportSide,
  diff: Diff,
  width: number,
  likeness: string | null = null,
): string {
  const tails = readTails(before.header, after.header, diff.pairs);
  const intro = [
    `old  ${sideText(before)}`,
    `new  ${sideText(after)}`,
    ...statements(diff, tails, likeness),
    summaryText(diff),
  ];
  const sections = sectionsOf(diff, tails).map(({ title, grid }) => `\n${title}\n${textTable(grid, width)}`);
  return intro.map((line) => `${escapeControls(line)}\n`).join('') + sections.join('');
}

/** The same as Markdown. */
export function diffMarkdown(
  before: ReportSide,
  after: ReportSide,
  diff: Diff,
  likeness: string | null = null,
): string {
  const tails = readTails(before.header, after.header, diff.pairs);
  const items = [`old: ${sideText(before)}`, `new: ${sideText(after)}`, ...statements(diff, tails, likeness)];
  const sections = sectionsOf(diff, tails).map(({ title, grid }) => `\n**${title}**\n\n${markdownTable(grid)}`);
  return `${items.map((item) => `- ${escapeMarkdown(item)}\n`).join('')}\n${escapeMarkdown(summaryText(diff))}\n${sections.join('')}`;
}

/** The same in parts, for who draws tables in another way. */
export function diffSections(
  before: ReportSide,
  after: ReportSide,
  diff: Diff,
): { readonly statements: readonly string[]; readonly summary: string; readonly sections: readonly Section[] } {
  const tails = readTails(before.header, after.header, diff.pairs);
  return { statements: statements(diff, tails, null), summary: summaryText(diff), sections: sectionsOf(diff, tails) };
}

function sideText({ name, header }: ReportSide): string {
  return header.raw === null ? name : `${name}: ${headerText(header)}`;
}

function statements({ verdict }: Diff, tails: TailReading | null, likeness: string | null): string[] {
  const known = tails === null ? verdict.statements : [tails.statement, ...verdict.statements];
  return [...(likeness === null ? [] : [likeness]), ...known.map(({ text, basis }) => `${text} (${basis})`)];
}

function summaryText({ summary, pairs }: Diff): string {
  const { same, changed, removed, added, grew, shrank, largestChange, renamed, renumbered, rounding } = summary;
  const detail =
    changed === 0
      ? ''
      : ` (${grew} grew, ${shrank} shrank${largestChange === null ? '' : `, at most ${viewText(largestChange)} in log2`})`;
  const doubtful = pairs.filter(({ confidence }) => confidence < DOUBTFUL_BELOW).length;
  const further = Object.entries({ renamed, renumbered, doubtful })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `, ${count} ${word}`);
  const alike = rounding === 0 ? '' : ` (equal but for rounding: ${rounding})`;
  return `${same} same${alike}, ${changed} changed${detail}, ${removed} removed, ${added} added${further.join('')}`;
}

function sectionsOf(diff: Diff, tails: TailReading | null): Section[] {
  const leftovers = (title: string, list: readonly Leftover[]): Section => ({ title, grid: leftoversView(list) });
  return [
    { title: 'Changed', grid: changesView(diff) },
    { title: 'Doubtful: perhaps not the same tensor', grid: doubtsView(diff) },
    { title: 'Longest tails that entropy clips: a hint which tensors to try in FP16 first', grid: tailsView(tails) },
    { title: 'Renamed', grid: renamesView(diff) },
    leftovers('Removed', diff.removed),
    leftovers('Added', diff.added),
  ].filter(({ grid }) => grid.rows.length > 0);
}
