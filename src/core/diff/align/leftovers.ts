/** Equal names that order did not pair. */
import { distanceOf } from './anchors.js';
import { isOutlier } from './drift.js';
import { DOUBT, takenBy, type Found } from './found.js';
import { type Pairing } from './pairing.js';

/** A name that moved to another place: one that is sure, and another one with its scale. */
/** Fewer pairs can't tell how far scales move. */
const FEWEST = 8;
const CONFIDENCE = { sure: 1, equalScale: 0.9 } as const;

/**
 * A name that both tables have, at another place: it is the same tensor where names are sure, doubtful when its scale
 * moved far as well; other names are believed only with the same scale, and shown as doubtful without. A name that
 * stands several times on a side is paired in order, the k-th with the k-th.
 */
export function leftoverPairs({ sides: { old, next }, found, trust, drift, wrong }: Pairing): Found[] {
  const taken = takenBy(found);
  const waiting = new Map<number, number[]>();
  old.nameId.forEach((name, i) => {
    if (taken.old.has(i)) return;
    const known = waiting.get(name);
    if (known) known.push(i);
    else waiting.set(name, [i]);
  });
  const pairs: Found[] = [];
  next.nameId.forEach((name, newIndex) => {
    const oldIndex = taken.new.has(newIndex) ? undefined : waiting.get(name)?.shift();
    if (oldIndex === undefined) return;
    const distance = distanceOf({ oldIndex, newIndex }, old, next);
    const isSure =
      trust.isSure(old.shape[oldIndex] ?? 0) &&
      !wrong.has(oldIndex) &&
      (found.length < FEWEST || !isOutlier(distance, drift));
    pairs.push({
      oldIndex,
      newIndex,
      confidence: isSure ? CONFIDENCE.sure : distance === 0 ? CONFIDENCE.equalScale : DOUBT,
    });
  });
  return pairs;
}
