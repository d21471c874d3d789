/** Ranges of a run as a table, to be written in any format. */
import type { WritableFormat, TableDocument } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import { NO_HEADER } from '../table/header.js';
import type { CalibrationTable, EndPair } from '../table/table.js';
import { endColumns } from '../formats/endColumns.js';
import type { CalibratedTensor } from './calibration.js';

/**
 * A document that is in no file yet, for a conversion to `target`: its numbers are those that the target can hold. Both ends of a tensor's
 * values come along where its range is the larger of them.
 */
export function calibratedDocument(
  tensors: readonly CalibratedTensor[],
  target: Pick<WritableFormat, 'storage' | 'keepsEnds'>,
): TableDocument {
  const empty = new Uint32Array(0);
  return {
    format: formatById('tensorrt'),
    bytes: new Uint8Array(0),
    table: calibratedTable(tensors, target),
    spans: {
      start: empty,
      end: empty,
      nameStart: empty,
      nameEnd: empty,
      valueStart: empty,
      valueEnd: empty,
      line: empty,
    },
    findings: [],
  };
}

/** The table alone. */
export function calibratedTable(
  tensors: readonly CalibratedTensor[],
  { storage, keepsEnds }: Pick<WritableFormat, 'storage' | 'keepsEnds'>,
): CalibrationTable {
  const isScale = storage === 'float32';
  return {
    format: 'tensorrt',
    quantity: isScale ? 'scale' : 'amax',
    header: NO_HEADER,
    names: tensors.map(({ name }) => name),
    values: Float64Array.from(tensors, ({ range }) => (isScale ? Math.fround(range / 127) : range)),
    ...(keepsEnds !== undefined && endColumns(tensors.map(endsOf))),
  };
}

function endsOf({ min, max, range }: CalibratedTensor): EndPair | undefined {
  const ends: EndPair = [Math.max(min, -range), Math.min(max, range)];
  return Math.max(Math.abs(ends[0]), Math.abs(ends[1])) === range ? ends : undefined;
}
