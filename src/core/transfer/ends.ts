/** Both ends of ranges on their way into another file. */
import type { WritableFormat } from '../formats/format.js';
import { entryEnds, type CalibrationTable, type EndPair } from '../table/table.js';

/** The ends that `target` can keep beside (or as) the number `value`; null where it can keep none. */
export function endsFor(
  target: Pick<WritableFormat, 'keepsEnds'>,
  value: number,
  ends: EndPair | null,
): EndPair | null {
  if (ends === null || target.keepsEnds === undefined) return null;
  if (target.keepsEnds === 'beside') return ends;
  // The number is the larger magnitude: a clip (TPU-MLIR's threshold) that lies within the ends cuts them.
  const cut: EndPair = [Math.max(ends[0], -value), Math.min(ends[1], value)];
  return Math.max(Math.abs(cut[0]), Math.abs(cut[1])) === value ? cut : null;
}

/** True for ends that say more than ∓`value`. */
export function saysMore(value: number, ends: EndPair | null): boolean {
  return ends !== null && (ends[0] !== -value || ends[1] !== value);
}

/** What of an entry's ends the new file does not have, as a flag: all that they say beyond the number. */
export function losesEnds(table: CalibrationTable, entry: number, value: number, target: WritableFormat): boolean {
  const ends = entryEnds(table, entry);
  const left = endsFor(target, value, ends);
  if (ends === null || !saysMore(value, ends)) return false;
  return left === null || left[0] !== ends[0] || left[1] !== ends[1];
}
