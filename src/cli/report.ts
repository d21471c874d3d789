/** What a conversion did, and what could be wrong with it. */
import { NAMES_CARRIED, type ConversionReport } from '../core/convert.js';
import type { Plan } from '../core/plan.js';
import { jsonText } from '../core/render/json.js';
import { plural } from './findingText.js';
import { shownName } from './input.js';
import { print, say, STANDARD_STREAM } from './streams.js';

export interface ReportOptions { readonly output: string; readonly json?: true }

/** The report goes to stdout as JSON or to stderr as words; never between the bytes of a table on stdout. */
export async function printReport(file: string, result: ConversionReport, { output, json }: ReportOptions): Promise<void> {
  const { entriesIn, entriesOut, renamed, dropped, missing, lost } = result;
  if (!json) return reportLines(shownName(file), result, output).forEach(say);
  const text = [...jsonText({ in: file, out: output, entriesIn, entriesOut, renamed, dropped, missing, lost })].join('');
  if (output === STANDARD_STREAM) process.stderr.write(text);
  else await print(text);
}

function reportLines(from: string, { entriesIn, entriesOut, renamed, dropped, missing, lost }: ConversionReport, to: string): string[] {
  return [
    `${from} -> ${to === STANDARD_STREAM ? '<stdout>' : to}: ${entriesOut} of ${plural(entriesIn, 'entry')}`,
    ...(renamed.length > 0 ? [`renamed: ${plural(renamed.length, 'entry')}`] : []),
    ...missing.map((name) => `missing: ${name}`),
    ...dropped.map(({ name, why }) => `dropped: ${name}: ${why}`),
    ...lost.map((what) => `${what === NAMES_CARRIED ? 'note' : 'lost'}: ${what}`),
  ];
}

/** Warnings about a plan, and one line for each pair that could be wrong. */
export function sayDoubts({ rows, warnings }: Plan): void {
  const doubts = rows.flatMap(({ name, source }) => (source?.kind === 'entry' && source.doubt !== null ? [`${name}: ${source.doubt}`] : []));
  [...warnings, ...doubts].forEach((doubt) => say(`warning: ${doubt}`));
}
