/** Two tables in one order of their own, so that it is all the same which of both is called the old one. */
import { entryBits, type CalibrationTable } from '../../table/table.js';

/** Whether the second table comes first: the one with more entries, or with the lesser names, or with the lesser scales. */
export function isSecondFirst(a: CalibrationTable, b: CalibrationTable): boolean {
  const bySize = b.names.length - a.names.length;
  if (bySize !== 0) return bySize > 0;
  const at = a.names.findIndex((name, i) => name !== b.names[i]);
  if (at >= 0) return (b.names[at] ?? '') < (a.names[at] ?? '');
  const apart = a.names.findIndex((_, i) => entryBits(a, i) !== entryBits(b, i));
  return apart >= 0 && entryBits(b, apart) < entryBits(a, apart);
}
