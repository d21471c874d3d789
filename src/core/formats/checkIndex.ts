import type { Edit } from './format.js';
import { t } from '../texts/translate.js';

/** Throws RangeError unless the edit's index is an entry's (for an insert: or one past the last). */
export function checkIndex(edit: Edit, count: number): void {
  if (edit.kind === 'header') return;
  const limit = edit.kind === 'insert' ? count : count - 1;
  if (!Number.isInteger(edit.index) || edit.index < 0 || edit.index > limit) {
    throw new RangeError(t`The table has no entry ${edit.index} (it has ${count}).`);
  }
}
