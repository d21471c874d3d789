/** Pairs that were found, and that are shown as doubtful all the same. */
import { distanceOf, type Sides } from './anchors.js';
import type { Features } from './features.js';
import { DOUBT, type Found } from './found.js';
import { type Pairing } from './pairing.js';
import { replacedPairs } from './replaced.js';
import { t } from '../../texts/translate.js';

/** Where numbers have moved, a pair by a numbered name whose scales are further apart than this (in log2) is doubtful. */
const FAR = 1;
/** Among other neighbours, a name is doubtful whose scale moved by this much, and by so many times the typical move. */
const ALONE = { pairs: 8, least: 0.3, times: 4 } as const;
const ANOTHER = t`same name, another tensor?`;

/**
 * The doubtful ones, each with why: in a section that looks replaced; a numbered name with another scale, unless all
 * such names stand in both tables; where tables stand in one order, any name with another scale, whose neighbours in one table are not its neighbours in the other.
 * @param pairs in the order of the new table
 * @param sides the tables as they are
 * @param elsewhere pairs of other entries, which stand in no order
 */
export function doubtfulPairs(
  pairs: readonly Found[],
  { old, next, shared }: Sides,
  { sides: moved, drift, ordered }: Pairing,
  elsewhere: readonly Found[] = [],
): ReadonlyMap<Found, string> {
  const doubtful = new Map<(typeof pairs)[number], string>(
    [...replacedPairs(pairs, { old, next }, elsewhere)].map((pair) => [pair, t`in a section that looks replaced`]),
  );
  const partner = new Map(pairs.map(({ oldIndex, newIndex }) => [oldIndex, newIndex]));
  const reverse = new Map(pairs.map(({ oldIndex, newIndex }) => [newIndex, oldIndex]));
  const suspicious = Math.max(ALONE.least, ALONE.times * drift.spread);
  /** Whether the neighbours on one side have other partners; one without a partner tells nothing. */
  const isElsewhere = (i: number, j: number): boolean => (partner.get(i) ?? j) !== j || (reverse.get(j) ?? i) !== i;
  const isAlone = ({ oldIndex: i, newIndex: j }: Found): boolean =>
    isElsewhere(i - 1, j - 1) && isElsewhere(i + 1, j + 1);
  const numbersMoved = hasUnshared(old, shared.partner) || hasUnshared(next, shared.reverse);
  const telling = ordered && pairs.length >= ALONE.pairs;
  for (const pair of pairs) {
    if (old.nameId[pair.oldIndex] !== next.nameId[pair.newIndex]) continue;
    const isFar = numbersMoved && old.numbered[pair.oldIndex] === 1 && distanceOf(pair, old, next) > FAR;
    if (isFar || pair.confidence <= DOUBT) doubtful.set(pair, ANOTHER);
    else if (telling && distanceOf(pair, moved.old, moved.next) > suspicious && isAlone(pair))
      doubtful.set(pair, t`other neighbours: ${ANOTHER}`);
  }
  return doubtful;
}

/** Whether a numbered name stands in this table only. */
function hasUnshared({ numbered }: Features, partner: Int32Array): boolean {
  return numbered.some((isNumbered, at) => isNumbered === 1 && (partner[at] ?? -1) < 0);
}
