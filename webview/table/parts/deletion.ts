import type { Edit } from '../../../src/core/formats/format.js';

export interface Deletion {
  /** From the last entry to the first, so that none moves another. */
  readonly edits: readonly Edit[];
  /** The entry to select afterwards, by its index then: the one below the deleted rows, or above them; null when none is left in sight. */
  readonly next: number | null;
}

/** What deleting some of the entries in sight means. `rows` are the entries of the view, from top to bottom. */
export function deletion(rows: Uint32Array, selected: Uint32Array): Deletion {
  const gone = new Set(selected);
  const last = rows.findLastIndex((entry) => gone.has(entry));
  const next = rows[last + 1] ?? rows.subarray(0, last).findLast((entry) => !gone.has(entry));
  return {
    edits: [...gone].sort((a, b) => b - a).map((index) => ({ kind: 'delete', index })),
    next: next === undefined ? null : next - selected.filter((entry) => entry < next).length,
  };
}
