/** TensorRT calibration caches: a header line, then `name: hex` lines. */
import { bitsToHex, floatToBits } from '../../bytes/float32.js';
import { TextBytes } from '../../bytes/textBytes.js';
import { parseHeader } from '../../table/header.js';
import type { CalibrationTable } from '../../table/table.js';
import { CALIBRATION, word } from '../fileNames.js';
import type { Sample, EditableFormat, WriteOptions } from '../format.js';
import { utf8NameProblem } from '../nameProblems.js';
import { share } from '../detect/sample.js';
import { editTensorrt } from './edit.js';
import { patchTensorrt } from './patch.js';
import { isEntryLine, isFullEntryLine, readTensorrt } from './read.js';
import { TENSORRT_ODD_NUMBERS } from '../oddNumbers.js';
import { LEAVES_INT8 } from '../onMissing.js';
import { t } from '../../texts/translate.js';

export const tensorrt: EditableFormat = {
  id: 'tensorrt',
  label: t`TensorRT calibration cache`,
  extensions: ['cache', 'calib', 'table', 'bin', 'txt'],
  fileNames: {
    sure: [
      '*.cache',
      '*.calib',
      `${CALIBRATION}.table`,
      '*CalibrationTable',
      'CalibrationTable[-_a-zA-Z0-9]*',
      'Int8CalibrationTable_*',
      'calibration_table',
      '*.int8cache',
    ],
    possible: [
      '*.calibration',
      `${CALIBRATION}.{txt,bin}`,
      `${word('cal_trt*', 'cal')}.bin`,
      `${word('int8')}.{txt,bin}`,
    ],
  },
  quantity: 'scale',
  storage: 'float32',
  keyedBy: 'tensor',
  onMissing: LEAVES_INT8,
  hasHeader: true,
  isText: true,
  oddNumbers: TENSORRT_ODD_NUMBERS,
  detect,
  read: (bytes) => ({ format: tensorrt, ...readTensorrt(bytes) }),
  write,
  nameProblem,
  edit: editTensorrt,
  patch: patchTensorrt,
};

/** A known header is proof; without one, nearly all lines must be entries, most of them with all 8 digits (`width: 640` is hex too). */
function detect({ isText, lines }: Sample): number {
  const [first, ...rest] = lines.filter((line) => line.trim() !== '');
  if (!isText || first === undefined) return 0;
  const { kind } = parseHeader(first);
  if (kind === 'trt' || kind === 'legacy') return 1;
  if (kind === 'one') return rest.length > 0 && share(rest, isEntryLine) >= 0.5 ? 1 : 0;
  const body = isEntryLine(first) ? [first, ...rest] : rest;
  return body.length > 0 && share(body, isEntryLine) >= 0.8 && share(body, isFullEntryLine) >= 0.5 ? 0.9 : 0;
}

function write(table: CalibrationTable, { header }: WriteOptions = {}): Uint8Array {
  const first = header ?? table.header.raw;
  const text = new TextBytes();
  if (first !== null) text.add(`${first}\n`);
  table.names.forEach((name, i) => {
    const bits = table.bits?.[i] ?? floatToBits(table.values[i] ?? NaN);
    text.add(`${name}: ${bitsToHex(bits)}\n`);
  });
  return text.bytes();
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return t`A tensor needs a name.`;
  if (/[\x00-\x1f\x7f]/.test(name)) return t`A name in a TensorRT cache is one line without control characters.`;
  const problem = utf8NameProblem(name);
  if (problem !== null) return problem;
  return name === name.trim() ? null : t`The name starts or ends with a space.`;
}
