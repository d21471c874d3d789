/** All that pairs two tables, one after the other: order, equal names, the order that names tell, equal scales, gaps between them. */
import type { Sides } from './anchors.js';
import { gapPairs } from './consecutive.js';
import { crosswisePairs } from './crosswise.js';
import { doubtfulPairs } from './doubts.js';
import { DOUBT, withoutEntriesOf, type Found } from './found.js';
import { leftoverPairs } from './leftovers.js';
import { pairsByNameOrder } from './nameOrder.js';
import type { Pairing } from './pairing.js';
import { withEqualScales } from './scaleLeftovers.js';
import { t } from '../../texts/translate.js';

/** A pair with what is known of it beside its confidence: why it is shown as doubtful, and what it rests on if not on order in the files. */
export interface Doubted extends Found {
  readonly doubt?: string;
  readonly because?: string;
}

/** Every pair of two tables: each entry is in one at most. */
export function allPairs(sides: Sides, pairing: Pairing): Doubted[] {
  const first = [...pairing.found, ...leftoverPairs(pairing)].sort((a, b) => a.newIndex - b.newIndex);
  const suspects = doubtfulPairs(first, sides, pairing);
  const crosswise = crosswisePairs(first, sides);
  const standing = first.filter((pair) => !suspects.has(pair) && !crosswise.has(pair));
  const byNames = pairsByNameOrder(pairing, standing);
  const kept = withoutEntriesOf(first, byNames);
  const doubts = doubtfulPairs(kept, sides, pairing, byNames);
  const found = withEqualScales<Doubted>(sides, [
    ...kept.map((pair) => withDoubt(pair, doubts.get(pair), crosswise.has(pair))),
    ...byNames.map((pair) => ({ ...pair, because: t`place in the order that the names count` })),
  ]);
  const fills = gapPairs(found, sides, pairing.drift);
  return [...found, ...fills.map((pair) => ({ ...pair, because: t`place between consecutive names` }))];
}

function withDoubt(pair: Found, known: string | undefined, isCrosswise: boolean): Doubted {
  const doubt = known ?? (isCrosswise ? t`against the order that the names count` : undefined);
  return doubt === undefined ? pair : { ...pair, doubt, confidence: Math.min(DOUBT, pair.confidence) };
}
