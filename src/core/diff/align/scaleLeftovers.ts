/** Entries without a partner, or with a doubtful one, whose scale is that of one entry of the other table alone. */
import { isMoreThanChance, scaleAnchors, type Sides } from './anchors.js';
import { DOUBT, takenBy, withoutEntriesOf, type Found } from './found.js';

/** Equal to the bit, where that can't be by chance, but with nothing else that speaks for it. */
const CONFIDENCE = 0.9;
/** Where so many unique scales, and this share of the smaller table, are equal, an equal one is the same tensor's. */
const ONE_CALIBRATION = { least: 8, share: 0.3 } as const;

/**
 * The pairs with those of equal unique scales among them. Where most scales have moved, two equal ones may be two
 * tensors that share a range: they are shown, and doubtful.
 */
export function withEqualScales<T extends Found>(sides: Sides, found: readonly T[]): (T | Found)[] {
  const anchors = scaleAnchors(sides.old, sides.next);
  const smaller = Math.min(sides.old.names.length, sides.next.names.length);
  const isTelling =
    anchors.length >= Math.max(ONE_CALIBRATION.least, ONE_CALIBRATION.share * smaller) &&
    isMoreThanChance(anchors, sides);
  const taken = takenBy(isTelling ? found.filter(({ confidence }) => confidence > DOUBT) : found);
  const byScale = anchors
    .filter(({ oldIndex, newIndex }) => !taken.old.has(oldIndex) && !taken.new.has(newIndex))
    .map(({ oldIndex, newIndex }): Found => ({ oldIndex, newIndex, confidence: isTelling ? CONFIDENCE : DOUBT }));
  return [...withoutEntriesOf(found, byScale), ...byScale];
}
