/** Tables whose names alone show that they are of one graph, whatever became of the scales. */
import { equalNames, type Sides } from './anchors.js';

/** Share of the larger table's names that the other one has. */
const ALIKE = 0.85;
/** Numbers that lie closer than this count without gaps: every network has them. */
const DENSE = 0.8;
const BARE = /^\d+$/;

/**
 * Whether nearly all names stand in both tables, and could not by chance: exporters that count `1, 2, 3, …` give any
 * two networks the same names, unless both tables have exactly the same.
 */
export function haveSameNames({ old, next, shared }: Sides): boolean {
  const larger = Math.max(old.names.length, next.names.length);
  const common = equalNames(shared).length;
  if (common === 0 || common < ALIKE * larger) return false;
  const areTheSame = common === old.names.length && common === next.names.length;
  return areTheSame || !areDense(old.names);
}

/** Whether most names are numbers, with hardly a gap between them. */
function areDense(names: readonly string[]): boolean {
  const numbers = names.filter((name) => BARE.test(name)).map(Number);
  if (numbers.length < names.length / 2) return false;
  const [least, most] = numbers.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, 0]);
  return numbers.length > DENSE * (most - least + 1);
}
