import type { RowsMessage } from '../../../src/protocol/table.js';
import type { Edit } from '../../../src/core/formats/format.js';

/** Sends edits that are undone at once, and tells, later, why they were refused: null when they were made. */
export type SendEdits = (edits: readonly Edit[]) => Promise<string | null>;

/** Asks for entries to be duplicated or moved, with the same answer. */
export type ChangeRows = (action: RowsMessage['action'], entries: readonly number[]) => Promise<string | null>;
