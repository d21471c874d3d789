import type { Decision } from '../../src/core/diff/byHand.js';
import { TAGS, type Tag } from './parts/tags.js';
import { UNTOUCHED, type GridState } from '../shared/session/gridState.js';

/** A run of log2 ratios, its upper end excluded. */
export interface RatioSpan {
  readonly low: number;
  readonly high: number;
}

/** What the number columns show of an entry. */
export type Unit = 'scale' | 'range';

/** What is on screen beyond the comparison itself: saved, so that it survives being hidden and restored. */
export interface ViewState extends GridState {
  /** URIs of the two files, by which the extension brings the panel back after a restart. */
  readonly files: readonly [string, string] | null;
  /** URI of the base, which comes back, too. */
  readonly base: string | null;
  /** What the user decided about pairs, which comes back with the panel. */
  readonly byHand: readonly Decision[];
  /** Rows that have any of these are shown. */
  readonly shown: readonly Tag[];
  /** |log2 ratio| up to which a scale counts as the same. */
  readonly threshold: number;
  /** The bar of the histogram that was clicked. */
  readonly span: RatioSpan | null;
  readonly unit: Unit;
  readonly charts: boolean;
}

export const INITIAL_STATE: ViewState = {
  ...UNTOUCHED,
  files: null,
  base: null,
  byHand: [],
  shown: TAGS.filter((tag) => tag !== 'same'),
  threshold: 0,
  span: null,
  unit: 'scale',
  charts: true,
};
