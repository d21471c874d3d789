/** TensorRT per-tensor dynamic ranges, the text that sampleINT8API reads: `tensor:amax`, decimal, no header. */
import { utf8Bytes } from '../bytes/bytes.js';
import { shortestDecimal } from '../bytes/float64.js';
import { CALIBRATION, word } from './fileNames.js';
import type { EditableFormat } from './format.js';
import { editLine, type LineStyle } from './lines/lineEdits.js';
import { DECIMAL, matchEntry, readLines, type LineSpec } from './lines/lineReader.js';
import { patchPlainLines } from './lines/patchLines.js';
import { utf8NameProblem } from './nameProblems.js';
import { share } from './detect/sample.js';
import { TENSORRT_ODD_NUMBERS } from './oddNumbers.js';
import { LEAVES_INT8 } from './onMissing.js';
import { t } from '../texts/translate.js';

/** Its reader splits at the first colon, so a name can't hold one; nor can it be all spaces. */
const ENTRY = new RegExp(String.raw`^(?![ \t]*:)(?<name>[^:]+):[ \t]*(?<value>${DECIMAL})[ \t]*$`, 'di');

const SPEC: LineSpec = {
  format: 'tensorrt-ranges',
  quantity: 'amax',
  reader: () => (raw) => {
    if (raw.trim() === '') return { kind: 'nothing' };
    return (
      matchEntry(ENTRY, raw) ?? {
        kind: 'problem',
        message: t`Expected "tensor: range" with a decimal range; the name ends at the first colon.`,
      }
    );
  },
};

const STYLE: LineStyle = {
  value: (value) => shortestDecimal(value),
  line: (name, value) => `${name}: ${shortestDecimal(value)}`,
  headerLines: 0,
};

export const tensorrtRanges: EditableFormat = {
  id: 'tensorrt-ranges',
  label: t`TensorRT dynamic ranges`,
  extensions: ['txt'],
  fileNames: { sure: [], possible: [`${CALIBRATION}.txt`, `${word('dynamic_range', 'dynamic_ranges')}.txt`] },
  quantity: 'amax',
  storage: 'decimal',
  keyedBy: 'tensor',
  onMissing: LEAVES_INT8,
  hasHeader: false,
  isText: true,
  oddNumbers: TENSORRT_ODD_NUMBERS,
  detect: ({ isText, lines }) =>
    isText && share(lines, (line) => ENTRY.test(line)) >= 0.9 && lines.some((line) => /:\s*-?\d*\.\d/.test(line))
      ? 0.7
      : 0,
  read: (bytes) => ({ format: tensorrtRanges, ...readLines(bytes, SPEC) }),
  write: ({ names, values }) => utf8Bytes(names.map((name, i) => `${STYLE.line(name, values[i] ?? NaN)}\n`).join('')),
  nameProblem: (name) => {
    if (name.trim() === '' || /[\x00-\x1f\x7f]/.test(name)) return t`A tensor needs a name on one line.`;
    return name.includes(':')
      ? t`The reader of this format splits at the first colon, so the name can't hold one.`
      : utf8NameProblem(name);
  },
  edit: (document, edit) => editLine(document, edit, STYLE),
  patch: (document, splice) => patchPlainLines(document, splice, (lines) => readLines(lines, SPEC)),
};
