/** A document as it goes from the worker to the host: without its bytes and its format, which the host has, and with its names as one text. */
import type { Finding } from '../core/findings/finding.js';
import type { Reading, TableDocument } from '../core/formats/format.js';
import { formatById } from '../core/formats/index.js';
import { packNames, type Packed } from '../protocol/packedNames.js';
import type { CalibrationTable } from '../core/table/table.js';

export interface PackedDocument extends Omit<Reading, 'bytes' | 'table'> {
  readonly table: Packed<CalibrationTable>;
}

/** A document and what the rules say of it. */
export interface CheckedDocument {
  readonly document: PackedDocument;
  readonly checked: readonly Finding[];
}

/** The document for its way to the host. */
export function packDocument({ table, spans, findings, kept }: TableDocument): PackedDocument {
  return { table: { ...table, names: packNames(table.names) }, spans, findings, ...(kept && { kept }) };
}

/** The document again. @param names those of its table, unpacked */
export function unpackDocument(
  { table, ...rest }: PackedDocument,
  names: readonly string[],
  bytes: Uint8Array,
): TableDocument {
  return { ...rest, format: formatById(table.format), bytes, table: { ...table, names } };
}
