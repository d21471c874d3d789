import { UNTOUCHED, type GridState } from '../shared/session/gridState.js';

/** Which rows the grid has. */
export type Shown = 'tensors' | 'weights' | 'unplaced';

/** What is on screen beyond the run itself: saved, so that it survives being hidden and restored. */
export interface ViewState extends GridState {
  readonly shown: Shown;
  /** By what the extension brings the view back after a restart. */
  readonly key: string | null;
}

export const INITIAL_STATE: ViewState = {
  ...UNTOUCHED,
  shown: 'tensors',
  key: null,
};
