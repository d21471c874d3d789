/**
 * onnxruntime's `calibration.flatbuffers`: `TrtTable { dict: [KeyValue] }`, `KeyValue { key, value: string }`;
 * the value is the decimal amax as text.
 */
import { Builder, ByteBuffer, Encoding } from 'flatbuffers';
import { escapedText, utf8Bytes } from '../../bytes/bytes.js';
import { finding, type Finding, type Place } from '../../findings/finding.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { NO_HEADER } from '../../table/header.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import type { CalibrationTable } from '../../table/table.js';
import { checkIndex } from '../checkIndex.js';
import { CALIBRATION } from '../fileNames.js';
import type { Edit, TableDocument, EditableFormat } from '../format.js';
import { utf8NameProblem } from '../nameProblems.js';
import { SpanBuilder } from '../spanBuilder.js';
import { ONNXRUNTIME_ODD_NUMBERS } from '../oddNumbers.js';
import { LEAVES_INT8 } from '../onMissing.js';
import { t } from '../../texts/translate.js';
import { messageOf } from '../../texts/messageOf.js';

/** Offsets of the first and second field in a table's vtable. */
const [FIRST, SECOND] = [4, 6];
/** A number as onnxruntime writes it. */
const PLAIN = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i;
/** C's words for what is no finite number: std::stof takes them. */
const WORD = /^[-+]?(?:inf(?:inity)?|nan)$/i;
/** So many pairs tell what a file is. */
const DETECTED_PAIRS = 100;

/** A pair as the file has it; the text of the number is kept, so that untouched ones are written as they were. */
interface Pair {
  readonly key: string;
  readonly value: string;
}

export const onnxruntimeFlatbuffers: EditableFormat = {
  id: 'onnxruntime-flatbuffers',
  label: t`onnxruntime calibration table (FlatBuffers)`,
  extensions: ['flatbuffers'],
  fileNames: { sure: [`${CALIBRATION}.flatbuffers`], possible: [] },
  quantity: 'amax',
  storage: 'decimal',
  keyedBy: 'tensor',
  onMissing: LEAVES_INT8,
  hasHeader: false,
  isFragile: true,
  siblingOf: 'onnxruntime-json',
  isText: false,
  oddNumbers: ONNXRUNTIME_ODD_NUMBERS,
  detect: ({ isText, bytes }) => (!isText && isTrtTable(bytes) ? 1 : 0),
  read,
  write: (table) => build(pairsOf(table)),
  nameProblem: (name) => (name === '' ? t`A tensor needs a name.` : utf8NameProblem(name)),
  edit,
};

/** Text of one line, as a name or an odd number is. */
function isLabel(text: string): boolean {
  return text !== '' && !/[\x00-\x1f\x7f\ufffd]/.test(text);
}

function isTrtTable(bytes: Uint8Array): boolean {
  try {
    const first = pairs(bytes, DETECTED_PAIRS);
    return (
      first.some(({ value }) => PLAIN.test(value)) || first.some(({ key, value }) => isLabel(key) && isLabel(value))
    );
  } catch {
    return false;
  }
}

function read(bytes: Uint8Array): TableDocument {
  const found: Pair[] = [];
  const findings: Finding[] = [];
  try {
    found.push(...pairs(bytes, Infinity));
  } catch (error) {
    findings.push(finding('unreadable-line', t`The FlatBuffers table is broken: ${messageOf(error)}`));
  }
  const spans = new SpanBuilder();
  found.forEach(() => spans.add({ start: 0, end: 0, nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0, line: 0 }));
  const names = found.map(({ key }) => key);
  const values = Float64Array.from(found, ({ value }) => numberOf(value));
  findings.push(...found.flatMap(({ key, value }, index) => oddText(value, { entry: key, index })));
  return {
    format: onnxruntimeFlatbuffers,
    bytes,
    findings,
    spans: spans.build(),
    table: { format: 'onnxruntime-flatbuffers', quantity: 'amax', header: NO_HEADER, names, values },
  };
}

function numberOf(text: string): number {
  if (WORD.test(text))
    return Number(
      text
        .toLowerCase()
        .replace(/^\+/, '')
        .replace(/^(-?)inf.*/, '$1Infinity')
        .replace(/^-?nan$/, 'NaN'),
    );
  return PLAIN.test(text) ? Number(text) : NaN;
}

/** What stands where a decimal belongs, said with its text: nothing else would show it. */
function oddText(text: string, place: Place): Finding[] {
  if (PLAIN.test(text)) return [];
  if (WORD.test(text))
    return [
      finding(
        'non-finite-scale',
        t`The number is "${text}": onnxruntime's reader takes it, and builds break on it.`,
        place,
      ),
    ];
  const message = t`"${text}" is no plain decimal: onnxruntime's reader (std::stof) throws on it, or takes only its beginning.`;
  return [finding('unreadable-line', message, place)];
}

/** The pairs of a table, at most `most`. Throws when an offset leads out of the file. */
function pairs(bytes: Uint8Array, most: number): Pair[] {
  const buffer = new ByteBuffer(bytes);
  const root = buffer.readInt32(0);
  if (root <= 0 || root >= bytes.length) throw new RangeError(t`its root lies outside the file.`);
  const dict = buffer.__offset(root, FIRST);
  if (dict === 0) return [];
  const start = buffer.__vector(root + dict);
  const count = buffer.__vector_len(root + dict);
  if (count * 4 > bytes.length) throw new RangeError(t`it claims more entries than the file has room for.`);
  return Array.from({ length: Math.min(count, most) }, (_, i) => {
    const pair = buffer.__indirect(start + i * 4);
    return { key: textField(buffer, pair, FIRST), value: textField(buffer, pair, SECOND) };
  });
}

function textField(buffer: ByteBuffer, table: number, field: number): string {
  const offset = buffer.__offset(table, field);
  if (offset === 0) return '';
  const text = buffer.__string(table + offset, Encoding.UTF8_BYTES);
  return typeof text === 'string' ? text : escapedText(text ?? new Uint8Array());
}

/** A FlatBuffers file of pairs, in their order. */
function build(all: readonly Pair[]): Uint8Array {
  const builder = new Builder(1024);
  const offsets = all.map(({ key, value }) => {
    const [keyAt, valueAt] = [builder.createString(utf8Bytes(key)), builder.createString(utf8Bytes(value))];
    builder.startObject(2);
    builder.addFieldOffset(0, keyAt, 0);
    builder.addFieldOffset(1, valueAt, 0);
    return builder.endObject();
  });
  builder.startVector(4, offsets.length, 4);
  // A vector is written from its end.
  [...offsets].reverse().forEach((offset) => builder.addOffset(offset));
  const dict = builder.endVector();
  builder.startObject(1);
  builder.addFieldOffset(0, dict, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array().slice();
}

function pairsOf({ names, values }: CalibrationTable): Pair[] {
  return names.map((key, i) => ({ key, value: shortestDecimal(values[i] ?? NaN) }));
}

/** The format has no place to patch: an edit builds the file anew, untouched numbers as they were written. */
function edit(document: TableDocument, change: Edit): Splice | null {
  checkIndex(change, document.table.names.length);
  const all = pairs(document.bytes, Infinity);
  switch (change.kind) {
    case 'set':
      if (document.table.values[change.index] === change.value) return null;
      all[change.index] = { key: all[change.index]?.key ?? '', value: shortestDecimal(change.value) };
      break;
    case 'rename':
      if (all[change.index]?.key === change.name) return null;
      all[change.index] = { key: change.name, value: all[change.index]?.value ?? '' };
      break;
    case 'insert':
      all.splice(change.index, 0, { key: change.name, value: shortestDecimal(change.value) });
      break;
    case 'delete':
      all.splice(change.index, 1);
      break;
    case 'header':
      throw new RangeError(t`An onnxruntime table has no header.`);
  }
  return spliceOf(document.bytes, 0, document.bytes.length, build(all));
}
