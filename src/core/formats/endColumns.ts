import type { EndPair, Ends } from '../table/table.js';

/** Ranges' ends as a table's columns; nothing where no entry has any. */
export function endColumns(pairs: readonly (EndPair | undefined)[]): { readonly ends?: Ends } {
  if (pairs.every((pair) => pair === undefined)) return {};
  const column = (side: 0 | 1): Float64Array => Float64Array.from(pairs, (pair) => pair?.[side] ?? NaN);
  return { ends: { min: column(0), max: column(1) } };
}
