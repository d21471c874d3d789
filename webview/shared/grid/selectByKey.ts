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
      // The first row is the active one: what is typed into all, or said of them, stands there.
      const all = { anchor: limits.rows - 1, active: 0, column };
      return key.what === 'columns' ? { ...all, fromColumn } : all;
    }
  }
}
