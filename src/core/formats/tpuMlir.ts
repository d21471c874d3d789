/**
 * TPU-MLIR calibration tables: `#` lines, then `op threshold min max`. The threshold is the tuned clip and can
 * be smaller than max(|min|, |max|); symmetric scale = threshold / 127. Further sections are kept verbatim.
 */
import { byteText, utf8Bytes } from '../bytes/bytes.js';
import { plainDecimal } from '../bytes/float64.js';
import { entryEnds, type EndPair } from '../table/table.js';
import { word } from './fileNames.js';
import type { EditableFormat, KeptPart, TableDocument } from './format.js';
import { utf8NameProblem } from './nameProblems.js';
import { editLine, type LineStyle } from './lines/lineEdits.js';
import { DECIMAL, matchEntry, readLines, type LineMeaning, type LineSpec } from './lines/lineReader.js';
import { patchPlainLines } from './lines/patchLines.js';
import { leftWithoutScale } from './onMissing.js';
import { t } from '../texts/translate.js';

const COLUMNS = /^#\s*op_name\s+threshold\s+min\s+max/;
/** The words that begin a section in a line with `#`, in the order in which TPU-MLIR looks for them; none leads back to INT8's entries. */
const SECTIONS = [
  { word: '#weight_scale', title: 'weight_scale' },
  { word: '#int4_th', title: 'int4_th' },
  { word: '#tpu-mlir-fp8', title: t`tpu-mlir-fp8: thresholds of FP8, none of INT8` },
  { word: 'mqbench-fp8', title: t`mqbench-fp8: thresholds of FP8, none of INT8` },
  { word: 'asym_op', title: 'asym_op' },
  { word: 'int4_op', title: 'int4_op' },
];
const ENTRY = new RegExp(
  String.raw`^(?<name>[^ \t]+)[ \t]+(?<value>${DECIMAL})[ \t]+(${DECIMAL})[ \t]+(${DECIMAL})[ \t]*$`,
  'di',
);
/** What TPU-MLIR's own pattern takes: digits, a point, a minus sign. */
const READABLE = /^[^ \t]+([ \t]+-?[\d.]+(e-?\d+)?){3}[ \t]*$/i;
/** Threshold, min and max of a line, with the space between them. */
const NUMBERS = /^\S+([ \t]+)\S+([ \t]+)\S+/;

const SPEC: LineSpec = { format: 'tpu-mlir', quantity: 'amax', reader };

const STYLE: LineStyle = {
  value: (value) => plainDecimal(value),
  line: (name, value, ends) => {
    const [min, max] = ends ?? [-value, value];
    return `${name} ${plainDecimal(value)} ${plainDecimal(min)} ${plainDecimal(max)}`;
  },
  ends: (value, [min, max], old) =>
    old.replace(
      NUMBERS,
      (_, first: string, second: string) =>
        plainDecimal(value) + first + plainDecimal(min) + second + plainDecimal(max),
    ),
  headerLines: 0,
};

export const tpuMlir: EditableFormat = {
  id: 'tpu-mlir',
  label: t`TPU-MLIR calibration table`,
  extensions: ['cali_table'],
  fileNames: { sure: ['{,*[-_. ]}cali_table'], possible: [`${word('cali_table')}.{txt,table}`] },
  quantity: 'amax',
  storage: 'decimal',
  keyedBy: 'layer',
  onMissing: leftWithoutScale('layer'),
  hasHeader: false,
  keepsEnds: 'beside',
  keepsParts: true,
  isText: true,
  oddNumbers: {
    zero: t`TPU-MLIR can quantize nothing with a threshold of 0.`,
    infinite: t`TPU-MLIR ignores such a line in silence.`,
    nan: t`TPU-MLIR ignores such a line in silence.`,
    negative: t`a threshold is above zero.`,
  },
  detect: ({ isText, lines }) =>
    isText && lines.some((line) => COLUMNS.test(line) || /^#(?:tpu-mlir|mqbench)-fp8/.test(line)) ? 1 : 0,
  read: (bytes) => ({ format: tpuMlir, ...readLines(bytes, SPEC) }),
  write: (table, { kept = [] } = {}) =>
    utf8Bytes(
      [
        '# op_name    threshold    min    max',
        ...table.names.map((name, i) => STYLE.line(name, table.values[i] ?? NaN, entryEnds(table, i))),
        ...sectionLines(kept),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    ),
  nameProblem: (name) => {
    if (name === '' || /\s/.test(name)) return t`An op's name holds no spaces here.`;
    return name.startsWith('#')
      ? t`A line that begins with "#" is a comment here, and no entry.`
      : utf8NameProblem(name);
  },
  edit: (document, edit) => editLine(document, edit, styleFor(document)),
  patch: (document, splice) => patchPlainLines(document, splice, (lines) => readLines(lines, SPEC)),
};

/** The lines of sections, each with the line that begins it. */
function sectionLines(kept: readonly KeptPart[]): string[] {
  return kept.flatMap(({ items }) => items.map(({ text }) => text));
}

/** Counting lines means going through the whole file, so it is done only where it is asked for. */
function styleFor(document: TableDocument): LineStyle {
  return {
    ...STYLE,
    get headerLines() {
      return commentLines(document);
    },
  };
}

/** How many lines with content stand before the first further section: there a table without entries gets its first. */
function commentLines({ bytes, kept = [] }: TableDocument): number {
  const section = kept[0]?.items[0]?.line ?? Infinity;
  return byteText(bytes)
    .split('\n')
    .filter((line, i) => i + 1 < section && line.trim() !== '').length;
}

/** Everything from the first further section on belongs to sections. */
function reader(): (raw: string) => LineMeaning {
  let section: string | null = null;
  return (raw) => {
    section = sectionOf(raw) ?? section;
    if (section !== null)
      return { kind: 'kept', part: section, name: [0, /^[^ \t]*/.exec(raw)?.[0].length ?? 0], text: [0, raw.length] };
    if (raw.trim() === '' || raw.startsWith('#')) return { kind: 'nothing' };
    if (!READABLE.test(raw))
      return {
        kind: 'problem',
        message: t`TPU-MLIR ignores this line in silence: it expects "op threshold min max" in plain decimals.`,
      };
    return entryOf(raw) ?? { kind: 'problem', message: t`Expected "op threshold min max".` };
  };
}

function sectionOf(raw: string): string | undefined {
  return raw.startsWith('#') ? SECTIONS.find(({ word: begin }) => raw.includes(begin))?.title : undefined;
}

function entryOf(raw: string): LineMeaning | null {
  const meaning = matchEntry(ENTRY, raw);
  if (meaning?.kind !== 'entry') return meaning;
  const [min, max] = (ENTRY.exec(raw) ?? []).slice(-2).map(Number) as [number, number];
  const ends: EndPair = [min, max];
  return { ...meaning, ends };
}
