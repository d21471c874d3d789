import type { Group } from '../../../src/core/table/groups.js';
import type { TableModel } from '../model.js';
import { knownGroups } from './knownGroups.js';

/**
 * The largest finite number in the innermost group of each of some entries, whether its other entries are among them or not.
 * @returns NaN for an entry that is in no group
 */
export function largestInGroups(
  model: TableModel,
  entries: Uint32Array,
  number: (entry: number) => number,
): Float64Array {
  const largest = new Float64Array(model.table.names.length).fill(NaN);
  const fill = (groups: readonly Group[]): void => {
    for (const group of groups) {
      const most = group.entries.reduce((so, entry) => larger(so, number(entry)), NaN);
      for (const entry of group.entries) largest[entry] = most;
      // What is in a group of the group takes that one's.
      fill(group.groups);
    }
  };
  fill(knownGroups(model));
  return Float64Array.from(entries, (entry) => largest[entry] ?? NaN);
}

function larger(a: number, b: number): number {
  return Number.isFinite(b) && !(b <= a) ? b : a;
}
