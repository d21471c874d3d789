import { NO_FILTER, type FilterText } from '../filter/filterText.js';
import type { EntrySelection } from '../grid/selectedEntries.js';
import type { Sort } from '../grid/sort.js';

/** What every grid remembers of how it was left. */
export interface GridState {
  readonly sort: Sort | null;
  readonly filter: FilterText;
  /** How far it was scrolled. */
  readonly top: number;
  readonly selection: EntrySelection | null;
}

/** A grid that nobody has touched. */
export const UNTOUCHED: GridState = { sort: null, filter: NO_FILTER, top: 0, selection: null };
