/**
 * onnxruntime's `calibration.cache`: `tensor amax`, decimal, no header. It looks like a TensorRT cache and is
 * none: TensorRT rejects it, and onnxruntime's own TensorRT provider does not read it either.
 */
import { utf8Bytes } from '../../bytes/bytes.js';
import { finding } from '../../findings/finding.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { utf8NameProblem } from '../nameProblems.js';
import type { EditableFormat, Sample } from '../format.js';
import { editLine, type LineStyle } from '../lines/lineEdits.js';
import { DECIMAL, matchEntry, readLines, type LineSpec } from '../lines/lineReader.js';
import { patchPlainLines } from '../lines/patchLines.js';
import { share } from '../detect/sample.js';
import { ONNXRUNTIME_ODD_NUMBERS } from '../oddNumbers.js';
import { LEAVES_INT8 } from '../onMissing.js';
import { t } from '../../texts/translate.js';

const ENTRY = new RegExp(String.raw`^(?<name>[^ \t](?:.*[^ \t])?) (?<value>${DECIMAL})[ \t]*$`, 'di');
/** For detection: prose has lines that end in a number too, but not all of them with one word before it, or a name that TensorRT gives. */
const PLAIN_ENTRY = new RegExp(
  String.raw`^(?:[^ \t]+(?: copy)?|\(Unnamed Layer\* \d+\) \[[^\]]+\][^ \t]*) (?:${DECIMAL})[ \t]*$`,
  'i',
);

/** Under its own file name, any words may stand before the number. */
function detect({ isText, lines, fileName }: Sample): number {
  const isNamed = fileName.endsWith('.cache') && share(lines, (line) => ENTRY.test(line)) === 1;
  const fits = isNamed || share(lines, (line) => PLAIN_ENTRY.test(line)) >= 0.9;
  return isText && fits && lines.some((line) => /\.\d*(?:e[-+]?\d+)?[ \t]*$/i.test(line)) ? 0.6 : 0;
}

const NOT_READ = t`This is onnxruntime's plain-text copy of a table: TensorRT rejects it, and onnxruntime reads calibration.flatbuffers instead.`;

const SPEC: LineSpec = {
  format: 'onnxruntime-text',
  quantity: 'amax',
  reader: () => (raw) => {
    if (raw.trim() === '') return { kind: 'nothing' };
    return matchEntry(ENTRY, raw) ?? { kind: 'problem', message: t`Expected "tensor range", separated by a space.` };
  },
};

const STYLE: LineStyle = {
  value: (value) => shortestDecimal(value),
  line: (name, value) => `${name} ${shortestDecimal(value)}`,
  headerLines: 0,
};

export const onnxruntimeText: EditableFormat = {
  id: 'onnxruntime-text',
  label: t`onnxruntime calibration text`,
  extensions: ['cache'],
  fileNames: { sure: ['*.cache'], possible: [] },
  quantity: 'amax',
  storage: 'decimal',
  keyedBy: 'tensor',
  onMissing: LEAVES_INT8,
  hasHeader: false,
  siblingOf: 'onnxruntime-json',
  isText: true,
  oddNumbers: ONNXRUNTIME_ODD_NUMBERS,
  detect,
  read: (bytes) => {
    const document = readLines(bytes, SPEC);
    return {
      format: onnxruntimeText,
      ...document,
      findings: [finding('not-read-by-provider', NOT_READ), ...document.findings],
    };
  },
  write: ({ names, values }) => utf8Bytes(names.map((name, i) => `${STYLE.line(name, values[i] ?? NaN)}\n`).join('')),
  nameProblem: (name) =>
    name.trim() !== name || name === '' || /[\x00-\x1f\x7f]/.test(name)
      ? t`A tensor needs a name on one line, without spaces around it.`
      : utf8NameProblem(name),
  edit: (document, edit) => editLine(document, edit, STYLE),
  patch: (document, splice) => patchPlainLines(document, splice, (lines) => readLines(lines, SPEC)),
};
