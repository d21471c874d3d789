import type { KeptReview } from '../../src/protocol/review.js';
import { UNTOUCHED, type GridState } from '../shared/session/gridState.js';

/** Which rows are shown: all, or those in doubt or missing, or only the missing, or those whose name changes. */
export const SHOWN = ['all', 'warnings', 'missing', 'renamed'] as const;
export type Shown = (typeof SHOWN)[number];

/** What is on screen beyond the plan itself: saved, so that it survives being hidden and restored. */
export interface ViewState extends GridState {
  readonly shown: Shown;
  /** By what the extension brings the review back after a restart, mended as it was. */
  readonly kept: KeptReview | null;
}

export const INITIAL_STATE: ViewState = {
  ...UNTOUCHED,
  shown: 'all',
  kept: null,
};
