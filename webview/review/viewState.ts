import type { KeptReview } from '../../src/protocol/review.js';
import { NO_FILTER, type FilterText } from '../shared/filter/filterText.js';
import type { EntrySelection } from '../shared/grid/selectedEntries.js';
import type { Sort } from '../shared/grid/sort.js';

/** Which rows are shown: all, or those in doubt or missing, or only the missing, or those whose name changes. */
export const SHOWN = ['all', 'warnings', 'missing', 'renamed'] as const;
export type Shown = (typeof SHOWN)[number];

/** What is on screen beyond the plan itself: saved, so that it survives being hidden and restored. */
export interface ViewState {
  readonly sort: Sort | null;
  readonly filter: FilterText;
  readonly shown: Shown;
  readonly top: number;
  readonly selection: EntrySelection | null;
  /** By what the extension brings the review back after a restart, mended as it was. */
  readonly kept: KeptReview | null;
}

export const INITIAL_STATE: ViewState = {
  sort: null,
  filter: NO_FILTER,
  shown: 'all',
  top: 0,
  selection: null,
  kept: null,
};
