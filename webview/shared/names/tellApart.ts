/** What tells a name apart from those beside it: names of one network begin alike, and often end alike. */
import { unnamedLayer } from '../../../src/core/table/entryNames.js';

/** Where a name may be cut: `[0, shared)` begins like a neighbour's, `[shared, telling)` is what tells them apart. */
export interface NameCuts {
  readonly shared: number;
  readonly telling: number;
}

/** Shorter beginnings are no relief. */
const LEAST_SHARED = 4;
/** TensorRT's own names begin so, wherever they stand. */
const UNNAMED = '(Unnamed Layer* ';
const SEPARATOR = /[/._:\-()[\] *]/;

/** The cuts of a name by those that stand beside it. */
export function tellApart(name: string, neighbours: readonly (string | undefined)[]): NameCuts {
  const least = unnamedLayer(name) ? UNNAMED.length : 0;
  const shared = neighbours.reduce((most, other) => Math.max(most, sharedWith(name, other ?? '')), least);
  if (shared < LEAST_SHARED) return { shared: 0, telling: 0 };
  const rest = name.slice(shared).search(SEPARATOR);
  // A blank at the end of a part that is cut on its left would be drawn on its left.
  return { shared: name.slice(0, shared).trimEnd().length, telling: rest < 0 ? name.length : shared + rest };
}

/** How many characters two names begin with, up to a separator: a word or a number is seen whole. */
function sharedWith(name: string, other: string): number {
  const shorter = Math.min(name.length, other.length);
  let shared = 0;
  while (shared < shorter && name[shared] === other[shared]) shared++;
  while (shared > 0 && !SEPARATOR.test(name[shared - 1] ?? '')) shared--;
  return shared;
}
