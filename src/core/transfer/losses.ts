/** What a new file can't hold, in sentences. */
import { isNegative } from '../bytes/float32.js';
import type { TableDocument, WritableFormat } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import { rangeOf } from '../table/quantization.js';
import { entryBits, entryScale } from '../table/table.js';
import { losesEnds } from './ends.js';
import { t } from '../texts/translate.js';

/** Sentences: what of the entries (indices), and of the file besides them, a file of `target` does not have. */
export function losses(
  { table, findings, kept = [] }: TableDocument,
  entries: Int32Array,
  target: WritableFormat,
): string[] {
  const count = (test: (entry: number) => boolean): number =>
    entries.reduce((sum, entry) => (test(entry) ? sum + 1 : sum), 0);
  const negative = count((entry) => isNegative(entryBits(table, entry)));
  const rounded = count((entry) => {
    const scale = entryScale(table, entry);
    return Math.fround(scale) !== scale;
  });
  const ends = table.ends
    ? count((entry) => losesEnds(table, entry, rangeOf(table.values[entry] ?? NaN, table.quantity), target))
    : 0;
  const ranged = findings.filter(({ rule }) => rule === 'nvdla-min-max-ignored' || rule === 'nvdla-offset').length;
  const { isText } = formatById(table.format);
  const unread = findings.filter(
    ({ entry, severity, rule }) =>
      entry === null && severity !== 'info' && rule !== 'reader-misreads' && (isText || rule === 'unreadable-line'),
  ).length;
  const keepsParts = target.id === table.format && target.keepsParts === true;
  const lost: [boolean, string][] = [
    [
      table.header.raw !== null && !target.hasHeader,
      t`The header "${table.header.raw?.trim()}" (version and algorithm).`,
    ],
    [negative > 0, t`The sign of ${negative} negative scales.`],
    [rounded > 0 && target.storage === 'float32', t`Digits beyond float32 of ${rounded} scales.`],
    [ranged > 0, t`min, max or offset of ${ranged} entries.`],
    [ends > 0, endsText(ends, target)],
    [unread > 0, t`${unread} lines that could not be read.`],
    ...kept.map(({ title, items }): [boolean, string] => [
      !keepsParts,
      t`The section "${title}" (${items.length} lines).`,
    ]),
  ];
  const note = target.id === table.format ? undefined : formatById(table.format).carriedNote;
  return [...lost.filter(([holds]) => holds).map(([, sentence]) => sentence), ...(note === undefined ? [] : [note])];
}

function endsText(count: number, { keepsEnds }: WritableFormat): string {
  return keepsEnds === 'as-number'
    ? t`What min and max of ${count} entries say beyond the threshold: they are cut to it.`
    : t`min and max of ${count} entries: a symmetric range alone is left, and with it no sign that a tensor is never negative.`;
}
