import type { SelectingKey } from './keys.js';
import { dropped, move, wholeRows, type Limits, type Selection } from './selection.js';

/** The selection after a key that selects; null when it lets go of all. */
export function selectionAfter(key: SelectingKey, selection: Selection, limits: Limits): Selection | null {
  switch (key.kind) {
    case 'move':
      return move(selection, key.motion, key.extend, limits);
    case 'drop':
      return dropped(selection);
    case 'select': {
      if (key.what === 'rows') return wholeRows(selection);
      const { column, fromColumn = column } = selection;
      const all = { anchor: 0, active: limits.rows - 1, column };
      return key.what === 'columns' ? { ...all, fromColumn } : all;
    }
  }
}
