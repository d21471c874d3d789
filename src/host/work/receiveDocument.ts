import type { TableDocument } from '../../core/formats/format.js';
import { unpackDocument, type PackedDocument } from '../../worker/packedDocument.js';
import { namesOf } from './inSlices.js';

/** A document that a worker has read. @param bytes those that it was read from */
export async function receiveDocument(packed: PackedDocument, bytes: Uint8Array): Promise<TableDocument> {
  return unpackDocument(packed, await namesOf(packed.table.names), bytes);
}
