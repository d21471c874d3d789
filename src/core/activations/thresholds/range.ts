/** A range that a method would give a tensor, or why it can't. */
import { t } from '../../texts/translate.js';

export type RangeAnswer = { readonly range: number } | { readonly why: string };

/** Below this many bins of |x| a histogram is too coarse for methods that search it bin by bin (NVIDIA's start at bin 128). */
export const FINE_BINS = 256;

/** Where those methods begin to search: 128 levels of |x| need as many bins. */
export const FIRST_SEARCHED_BIN = 128;

export const NO_VALUES: RangeAnswer = { why: t`the histogram holds no values` };
export const ALL_ZERO: RangeAnswer = { why: t`all values are 0` };
