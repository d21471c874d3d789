import type { OutputsMessage } from '../../src/protocol/outputs.js';
import { UNTOUCHED, type GridState } from '../shared/session/gridState.js';

/** Which rows the grid has. */
export type Shown = 'tensors' | 'left';

/** What is on screen beyond the dumps themselves: saved, so that it survives being hidden and restored. */
export interface ViewState extends GridState {
  readonly shown: Shown;
  /** By what the extension brings the view back after a restart. */
  readonly files: OutputsMessage['files'] | null;
}

export const INITIAL_STATE: ViewState = {
  ...UNTOUCHED,
  shown: 'tensors',
  files: null,
};
