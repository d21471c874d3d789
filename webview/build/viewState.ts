import type { BuildMessage } from '../../src/protocol/build.js';
import { UNTOUCHED, type GridState } from '../shared/session/gridState.js';

/** Which rows the grid has. */
export const SHOWN = ['layers', 'entries'] as const;
export type Shown = (typeof SHOWN)[number];

/** What is on screen beyond the build itself: saved, so that it survives being hidden and restored. */
export interface ViewState extends GridState {
  readonly shown: Shown;
  /** By what the extension brings the view back after a restart. */
  readonly files: BuildMessage['files'] | null;
}

export const INITIAL_STATE: ViewState = {
  ...UNTOUCHED,
  shown: 'layers',
  files: null,
};
