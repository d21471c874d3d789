/** CSV and TSV listings: what `show --csv` prints, and any file with a title line that names the columns it needs. */
import Papa from 'papaparse';
import { escapedText, utf8Bytes } from '../bytes/bytes.js';
import { finding, type Finding } from '../findings/finding.js';
import { bitsToFloat } from '../bytes/float32.js';
import { NO_HEADER } from '../table/header.js';
import { Q_MAX, scaleOf, type Quantity } from '../table/quantization.js';
import { delimitedText, withoutApostrophe } from '../render/delimited.js';
import { entriesGrid } from '../render/entriesGrid.js';
import type { Reading, TableFormat } from './format.js';
import { SpanBuilder } from './spanBuilder.js';
import { ANY_ODD_NUMBERS } from './oddNumbers.js';
import { utf8NameProblem } from './nameProblems.js';
import { leftWithoutScale } from './onMissing.js';
import { t } from '../texts/translate.js';

type Row = Readonly<Record<string, string | undefined>>;

/** Other words for our titles. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['tensor', 'name'],
  ['layer', 'name'],
  ['dynamicrange', 'range'],
  ['amax', 'range'],
  ['threshold', 'range'],
  ['hex', 'bits'],
  ['float', 'bits'],
]);

export const csv = delimitedFormat('csv', t`Comma-separated values`, ',');
export const tsv = delimitedFormat('tsv', t`Tab-separated values`, '\t');

/** A listing takes any quantity: it says what it stores beside scale and range. */
function delimitedFormat(id: 'csv' | 'tsv', label: string, delimiter: ',' | '\t'): TableFormat {
  const format: TableFormat = {
    id,
    label,
    extensions: [id],
    fileNames: { sure: [], possible: [] },
    quantity: null,
    storage: 'decimal',
    keyedBy: 'tensor',
    onMissing: leftWithoutScale('tensor'),
    hasHeader: false,
    isText: true,
    oddNumbers: ANY_ODD_NUMBERS,
    detect: ({ isText, lines }) => (isText && hasColumns(titles(lines[0] ?? '', delimiter)) ? 0.9 : 0),
    read: (bytes) => ({ format, ...read(bytes, id, delimiter) }),
    write: (table) => utf8Bytes(delimitedText(entriesGrid(table), delimiter)),
    nameProblem: utf8NameProblem,
  };
  return format;
}

function titles(line: string, delimiter: string): string[] {
  return (Papa.parse<string[]>(line, { delimiter }).data[0] ?? []).map(titleOf);
}

function hasColumns(columns: readonly string[]): boolean {
  return columns.includes('name') && ['value', 'scale', 'range', 'bits'].some((column) => columns.includes(column));
}

/** Titles are taken loosely: case, spaces and the usual other words. */
function titleOf(title: string): string {
  const word = title
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return SYNONYMS.get(word) ?? word;
}

/** A title that stands there twice is the first one's: the parser would rename the second and say so to the console. */
function firstOfEach(): (title: string, index: number) => string {
  const taken = new Map<string, number>();
  return (title, index) => {
    const word = titleOf(title);
    const first = taken.get(word) ?? index;
    taken.set(word, first);
    return first === index ? word : `${word} ${index}`;
  };
}

function read(bytes: Uint8Array, format: 'csv' | 'tsv', delimiter: string): Reading {
  const { data, errors } = Papa.parse<Row>(escapedText(bytes), {
    delimiter,
    header: true,
    skipEmptyLines: true,
    transformHeader: firstOfEach(),
  });
  const findings = errors.map(({ message, row }) =>
    finding('unreadable-line', `${message}.`, { line: (row ?? 0) + 2 }),
  );
  const quantity = quantityOf(data);
  const rows = data.map((row, i) => ({
    name: withoutApostrophe(row['name'] ?? ''),
    value: valueOf(row, quantity),
    line: i + 2,
  }));
  const spans = new SpanBuilder();
  rows.forEach(({ line }) =>
    spans.add({ start: 0, end: 0, nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0, line }),
  );
  rows.forEach(({ name, value, line }, index) => {
    if (Number.isNaN(value)) findings.push(noNumber(name, index, line));
    else if (contradicts(data[index] ?? {}, value, quantity)) findings.push(contradiction(name, index, line));
  });
  return {
    bytes,
    findings,
    spans: spans.build(),
    table: {
      format,
      quantity,
      header: NO_HEADER,
      names: rows.map(({ name }) => name),
      values: Float64Array.from(rows, ({ value }) => value),
    },
  };
}

function noNumber(entry: string, index: number, line: number): Finding {
  return finding('unreadable-line', t`"${entry}" has no number in any column that could hold one.`, {
    entry,
    index,
    line,
  });
}

function contradiction(entry: string, index: number, line: number): Finding {
  return finding(
    'unreadable-line',
    t`The columns of "${entry}" tell different scales; the first of value, scale and range was taken.`,
    { entry, index, line },
    'warning',
  );
}

/** What the `value` column stores is what the column beside it that says the same in most rows holds; without one, scale before range. */
function quantityOf(rows: readonly Row[]): Quantity {
  const [first] = rows;
  if (first?.['value'] === undefined)
    return first?.['scale'] === undefined && first?.['bits'] === undefined ? 'amax' : 'scale';
  const agreeing: readonly [Quantity, number][] = [
    ['scale', rows.filter((row) => Object.is(numberIn(row, 'value'), numberIn(row, 'scale'))).length],
    ['amax', rows.filter((row) => Object.is(numberIn(row, 'value'), numberIn(row, 'range'))).length],
    ['reciprocal', rows.filter((row) => Object.is(1 / numberIn(row, 'value'), numberIn(row, 'scale'))).length],
  ];
  return agreeing.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function valueOf(row: Row, quantity: Quantity): number {
  const stored = numberIn(row, 'value');
  if (!Number.isNaN(stored)) return stored;
  if (quantity === 'amax') return numberIn(row, 'range');
  const bits = /^[0-9a-f]{8}$/i.test(row['bits'] ?? '') ? bitsToFloat(parseInt(row['bits'] ?? '', 16)) : NaN;
  return [numberIn(row, 'scale'), bits, numberIn(row, 'range') / Q_MAX].find((value) => !Number.isNaN(value)) ?? NaN;
}

function numberIn(row: Row, column: string): number {
  return row[column]?.trim() ? Number(row[column]) : NaN;
}

/** A row whose columns were changed by hand and no longer say the same. */
function contradicts(row: Row, value: number, quantity: Quantity): boolean {
  const scale = scaleOf(value, quantity);
  const differs = (told: number): boolean => Math.abs(told - scale) > 1e-5 * Math.abs(scale);
  return differs(numberIn(row, 'scale')) || differs(numberIn(row, 'range') / Q_MAX);
}
