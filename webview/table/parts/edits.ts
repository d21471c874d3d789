import type { RowAction } from '../../../src/core/edits/rowEdits.js';
import type { Edit } from '../../../src/core/formats/format.js';

/** Sends edits that are undone at once, and tells, later, why they were refused: null when they were made. */
export type SendEdits = (edits: readonly Edit[]) => Promise<string | null>;

/** Asks for entries to be duplicated or moved, with the same answer. */
export type ChangeRows = (action: RowAction, entries: readonly number[]) => Promise<string | null>;
