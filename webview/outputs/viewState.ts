import type { OutputsMessage } from '../../src/protocol/outputs.js';
import { NO_FILTER, type FilterText } from '../shared/filter/filterText.js';
import type { EntrySelection } from '../shared/grid/selectedEntries.js';
import type { Sort } from '../shared/grid/sort.js';

/** Which rows the grid has. */
export type Shown = 'tensors' | 'left';

/** What is on screen beyond the dumps themselves: saved, so that it survives being hidden and restored. */
export interface ViewState {
  readonly sort: Sort | null;
  readonly filter: FilterText;
  readonly shown: Shown;
  readonly top: number;
  readonly selection: EntrySelection | null;
  /** By what the extension brings the view back after a restart. */
  readonly files: OutputsMessage['files'] | null;
}

export const INITIAL_STATE: ViewState = {
  sort: null,
  filter: NO_FILTER,
  shown: 'tensors',
  top: 0,
  selection: null,
  files: null,
};
