/** What a conversion did, and what could be wrong with it. */
import { INPUTS_CARRIED, NAMES_CARRIED, type ConversionReport } from '../core/transfer/convert.js';
import { FORMATS } from '../core/formats/index.js';
import type { TableDocument } from '../core/formats/format.js';
import type { Plan } from '../core/transfer/plan.js';
import { jsonText } from '../core/render/json.js';
import { plural } from './findingText.js';
import { shownName } from './input.js';
import { print, say, STANDARD_STREAM } from './streams.js';

export interface ReportOptions {
  readonly output: string;
  readonly json?: true;
}

/** Sentences of the report that tell of a risk, not of a loss. */
const NOTES: readonly string[] = [
  NAMES_CARRIED,
  INPUTS_CARRIED,
  ...FORMATS.flatMap(({ carriedNote }) => carriedNote ?? []),
];

/** The report, with what `more` adds, goes to stdout as JSON or to stderr as words; never between the bytes of a table on stdout. */
export async function printReport(
  file: string,
  result: ConversionReport,
  { output, json }: ReportOptions,
  more: object = {},
): Promise<void> {
  const { entriesIn, entriesOut, renamed, dropped, missing, lost, replaced, qdq } = result;
  if (!json) return reportLines(shownName(file), result, output).forEach(say);
  const text = [
    ...jsonText({
      in: file,
      out: output,
      entriesIn,
      entriesOut,
      renamed,
      dropped,
      missing,
      lost,
      replaced,
      ...qdq,
      ...more,
    }),
  ].join('');
  if (output === STANDARD_STREAM) process.stderr.write(text);
  else await print(text);
}

function reportLines(
  from: string,
  { entriesIn, entriesOut, renamed, dropped, missing, lost, replaced = [], qdq }: ConversionReport,
  to: string,
): string[] {
  return [
    `${from} -> ${to === STANDARD_STREAM ? '<stdout>' : to}: ${countText(entriesIn, entriesOut)}`,
    ...(renamed.length > 0 ? [`renamed: ${plural(renamed.length, 'entry')}`] : []),
    ...missing.map((name) => `missing: ${name}`),
    ...(qdq?.carried ?? []).map(({ name, from, op }) => `carried: ${name} from ${from} (${op})`),
    ...(qdq?.conflicts ?? []).map(
      ({ tensor, scales }) => `several scales: ${tensor}: the largest of ${scales.join(', ')}`,
    ),
    ...dropped.map(({ name, why }) => `dropped: ${name}: ${why}`),
    ...replaced.map(
      ({ name, from, to: taken }) => `replaced: ${name}: range ${from} by ${taken}, from the JSON beside the file`,
    ),
    ...lost.map((what) => `${NOTES.includes(what) ? 'note' : 'lost'}: ${what}`),
  ];
}

function countText(before: number, after: number): string {
  return after > before
    ? `${plural(after, 'entry')}, ${after - before} of them new`
    : `${after} of ${plural(before, 'entry')}`;
}

/** Warnings about a plan, and one line for each pair that could be wrong. */
export function sayDoubts({ table }: TableDocument, { rows, warnings }: Plan): void {
  warnings.forEach((warning) => say(`warning: ${warning}`));
  rows.names.forEach((name, row) => {
    const doubt = rows.doubtOf(row);
    if (doubt !== null) say(`warning: ${doubtLine(name, table.names[rows.entryOf(row) ?? -1] ?? '', doubt)}`);
  });
}

function doubtLine(name: string, from: string, doubt: string): string {
  return name === from ? `${name}: ${doubt}` : `${name}, from "${from}": ${doubt}`;
}
