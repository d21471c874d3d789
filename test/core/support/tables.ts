/** Short ways to a document, for tests. */
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { floatToBits } from '../../../src/core/bytes/float32.js';
import type { EditableFormat, TableDocument } from '../../../src/core/formats/format.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { NO_HEADER, parseHeader } from '../../../src/core/table/header.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { valuesFromBits, type CalibrationTable } from '../../../src/core/table/table.js';
import type { Edit } from '../../../src/core/formats/format.js';

export const HEADER = 'TRT-8601-EntropyCalibration2';

/** A cache read from its text. */
export function cache(text: string): TableDocument {
  return tensorrt.read(utf8Bytes(text));
}

/** A cache with our header and these lines. */
export function cacheOf(...lines: string[]): TableDocument {
  return cache([HEADER, ...lines, ''].join('\n'));
}

/** An NVDLA table read from its text, or from an object that is one. */
export function calib(json: string | object): TableDocument {
  return nvdla.read(utf8Bytes(typeof json === 'string' ? json : JSON.stringify(json, null, 1)));
}

/** A table as a TensorRT cache would hold it. */
export function tensorrtTable(entries: readonly (readonly [string, number])[], header = HEADER): CalibrationTable {
  const bits = Uint32Array.from(entries, ([, value]) => floatToBits(value));
  return {
    format: 'tensorrt',
    quantity: 'scale',
    header: parseHeader(header),
    names: entries.map(([name]) => name),
    values: valuesFromBits(bits),
    bits,
  };
}

/** A table as an NVDLA file would hold it. */
export function nvdlaTable(entries: readonly (readonly [string, number])[]): CalibrationTable {
  const values = Float64Array.from(entries, ([, value]) => value);
  return { format: 'nvdla', quantity: 'scale', header: NO_HEADER, names: entries.map(([name]) => name), values };
}

/** The file after an edit; the same bytes when there is nothing to change. */
export function edited(format: EditableFormat, document: TableDocument, edit: Edit): TableDocument {
  const splice = format.edit(document, edit);
  return splice ? format.read(applySplice(document.bytes, splice)) : document;
}

/** The bytes as UTF-8 text, byte order mark included. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
