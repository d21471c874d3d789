/**
 * onnxruntime's `calibration.flatbuffers`: `TrtTable { dict: [KeyValue] }`, `KeyValue { key, value: string }`;
 * the value is the decimal amax as text.
 */
import { shortestDecimal } from '../../bytes/float64.js';
import { finding, type Finding, type Place } from '../../findings/finding.js';
import { NO_HEADER } from '../../table/header.js';
import type { CalibrationTable } from '../../table/table.js';
import { messageOf } from '../../texts/messageOf.js';
import { t } from '../../texts/translate.js';
import { CALIBRATION } from '../fileNames.js';
import type { EditableFormat, EntrySpans, Reading, TableDocument } from '../format.js';
import { utf8NameProblem } from '../nameProblems.js';
import { ONNXRUNTIME_ODD_NUMBERS } from '../oddNumbers.js';
import { LEAVES_INT8 } from '../onMissing.js';
import { SpanBuilder } from '../spanBuilder.js';
import { editPairs } from './flatbufferEdits.js';
import { buildPairs, pairAt, pairPlaces, type Pair } from './flatbufferPairs.js';
import { patchPairs } from './flatbufferPatch.js';

/** A number as onnxruntime writes it. */
const PLAIN = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i;
/** C's words for what is no finite number: std::stof takes them. */
const WORD = /^[-+]?(?:inf(?:inity)?|nan)$/i;
/** So many pairs tell what a file is. */
const DETECTED_PAIRS = 100;
const NO_PLACES = new SpanBuilder().build();

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
  write: (table) => buildPairs(pairsOf(table)),
  nameProblem: (name) => (name === '' ? t`A tensor needs a name.` : utf8NameProblem(name)),
  edit: (document, change) => editPairs(document, [change]),
  editTogether: editPairs,
  patch: (document, splice) => patchPairs(document, splice, readPairs),
};

/** Text of one line, as a name or an odd number is. */
function isLabel(text: string): boolean {
  return text !== '' && !/[\x00-\x1f\x7f\ufffd]/.test(text);
}

function isTrtTable(bytes: Uint8Array): boolean {
  try {
    const places = pairPlaces(bytes, DETECTED_PAIRS);
    const first = Array.from(places.start, (_, index) => pairAt(bytes, places, index));
    return (
      first.some(({ value }) => PLAIN.test(value)) || first.some(({ key, value }) => isLabel(key) && isLabel(value))
    );
  } catch {
    return false;
  }
}

function read(bytes: Uint8Array): TableDocument {
  const format = onnxruntimeFlatbuffers;
  try {
    return { format, ...readPairs(bytes, pairPlaces(bytes)) };
  } catch (error) {
    const broken = finding('unreadable-line', t`The FlatBuffers table is broken: ${messageOf(error)}`);
    return { format, ...readPairs(bytes, NO_PLACES), findings: [broken] };
  }
}

/** What the pairs at these places mean. */
function readPairs(bytes: Uint8Array, places: EntrySpans): Reading {
  const found = Array.from(places.start, (_, index) => pairAt(bytes, places, index));
  return {
    bytes,
    findings: found.flatMap(({ key, value }, index) => oddText(value, { entry: key, index })),
    spans: places,
    table: {
      format: 'onnxruntime-flatbuffers',
      quantity: 'amax',
      header: NO_HEADER,
      names: found.map(({ key }) => key),
      values: Float64Array.from(found, ({ value }) => numberOf(value)),
    },
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

function pairsOf({ names, values }: CalibrationTable): Pair[] {
  return names.map((key, i) => ({ key, value: shortestDecimal(values[i] ?? NaN) }));
}
