import { NO_FILTER, type FilterText } from '../shared/filter.js';
import type { EntrySelection } from '../shared/grid/selectedEntries.js';
import type { Sort } from '../shared/sort.js';
import type { Status } from './model.js';

/** What is on screen beyond the comparison itself: saved, so that it survives being hidden and restored. */
export interface ViewState {
  readonly sort: Sort | null;
  readonly filter: FilterText;
  /** Statuses whose rows are left out. */
  readonly hidden: readonly Status[];
  readonly top: number;
  readonly selection: EntrySelection | null;
}

export const INITIAL_STATE: ViewState = { sort: null, filter: NO_FILTER, hidden: ['same'], top: 0, selection: null };
