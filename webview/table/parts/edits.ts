import type { Edit } from '../../../src/core/formats/format.js';

/** Sends edits that are undone at once, and tells, later, why they were refused: null when they were made. */
export type SendEdits = (edits: readonly Edit[]) => Promise<string | null>;
