import type { Spacing } from '../../src/core/table/stats.js';
import type { Measure } from './profile/measures.js';
import type { ChartKind } from './parts/chartTabs.js';
import { UNTOUCHED, type GridState } from '../shared/session/gridState.js';

/** A run of positions along the network or the file, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Ranges from `low` up to but not including `high`. */
export interface RangeSpan {
  readonly low: number;
  readonly high: number;
}

/** Whether the selected entry is taken apart beside the rows, and which sections are folded. */
export interface InspectorState {
  readonly open: boolean;
  readonly folded: readonly string[];
}

/** Whether the groups stand beside the rows, and which of them are unfolded. */
export interface GroupsState {
  readonly open: boolean;
  readonly unfolded: readonly string[];
}

/** What is on screen beyond the table itself: saved, so that it survives being hidden and restored. */
export interface ViewState extends GridState {
  readonly onlyFindings: boolean;
  readonly span: RangeSpan | null;
  readonly fileFindings: { readonly open: boolean };
  readonly inspector: InspectorState;
  readonly groups: GroupsState;
  readonly histogram: { readonly open: boolean; readonly spacing: Spacing };
  /** Which chart stands above the rows, where one does. */
  readonly chart: ChartKind;
  /** What the profile draws. */
  readonly measure: Measure;
  /** The positions in the profile that are shown; null: all. */
  readonly stretch: Stretch | null;
}

export const INITIAL_STATE: ViewState = {
  ...UNTOUCHED,
  onlyFindings: false,
  span: null,
  fileFindings: { open: true },
  inspector: { open: false, folded: [] },
  groups: { open: false, unfolded: [] },
  histogram: { open: true, spacing: 'log' },
  chart: 'histogram',
  measure: 'range',
  stretch: null,
};
