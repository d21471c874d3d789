import { safe } from '../../core/render/safe.js';
import { heading, type Choice } from './ask.js';

/** A line for a list of found files that is not all there is. */
export function partlySearched(isWhole: boolean): Choice[] {
  return isWhole ? [] : [heading(safe`There may be more: not everything was searched`)];
}
