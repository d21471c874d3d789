/** A document after a splice, made from what was read before: nobody waits for a million entries because one has changed. */
import { applySplice, type Splice } from '../../bytes/splice.js';
import type { EntryChange, TableDocument } from '../format.js';
import { knowsEnds, patched } from './patched.js';

export interface Updated {
  readonly document: TableDocument;
  /** What became of the entries; null where the file was read again and anything may be new. */
  readonly change: EntryChange | null;
}

/**
 * The document that reading the changed bytes would give. Columns that stay the same are the same objects.
 * Throws RangeError when the splice is not one of the document's bytes.
 */
export function updated(document: TableDocument, splice: Splice): Updated {
  return (
    updatedInPart(document, splice) ?? {
      document: document.format.read(applySplice(document.bytes, splice)),
      change: null,
    }
  );
}

/** The same where only what the splice touches has to be read; null where all of the file has to be. */
export function updatedInPart(document: TableDocument, splice: Splice): Updated | null {
  const { format } = document;
  const bytes = applySplice(document.bytes, splice);
  const patch = format.patch?.(document, splice) ?? null;
  if (!patch || !knowsEnds(document.table, patch)) return null;
  const { from, to, reading } = patch;
  return {
    document: patched(document, patch, bytes),
    change: { index: from, removed: to - from, inserted: reading.table.names.length },
  };
}
