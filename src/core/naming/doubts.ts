/**
 * What speaks against pairs that a rule alone would make. A blob's name belongs to its last writer: when a
 * layer was put in or taken out, the name or the number of an entry can be another layer's. That can't be
 * seen in the entry itself, but it leaves a trace: an entry or a tensor beside it that has no partner.
 */
import { isInNetworkOrder } from './byNumber.js';
import { doubtsByGap } from './gaps.js';
import { absence, strangers, type NamePairing } from './namePairing.js';
import { looseType } from './networkNames.js';
import { t } from '../texts/translate.js';

const NO_ORDER = t`Table and network do not have the same tensors, and the table is not in network order (or too short to tell), so it can't be seen which entries that touches.`;
const MOVED = t`The table is in network order but for this entry and a few others: their layers may have been moved or replaced.`;

/** A random order of so many entries has many falls. */
const ENOUGH_FOR_ORDER = 16;

/** Stage: gives each pair the reason why it could be wrong, where it has none yet. */
export function withDoubts(pairing: NamePairing): NamePairing {
  const doubts = isInNetworkOrder(pairing) ? doubtsByGap(pairing) : doubtsWithoutOrder(pairing);
  const matches = pairing.matches.map((match, i) => match && { ...match, doubt: match.doubt ?? doubts[i] ?? null });
  return { ...pairing, matches };
}

/** Without an order all that can be compared is which numbers and types there are. An input keeps its name, if no layer ties another to it. */
function doubtsWithoutOrder(pairing: NamePairing): (string | null)[] {
  const { entries, missing } = strangers(pairing);
  if (entries.length + missing.length === 0 && sameUnnamed(pairing)) return doubtsOfMoved(pairing);
  return pairing.tensors.map(({ number, tied }) => (number === null && !tied ? null : NO_ORDER));
}

/** A table in network order but for a few entries: these may be of layers that were moved. */
function doubtsOfMoved({ tensors, matches }: NamePairing): (string | null)[] {
  const order = matches.flatMap((match, tensor) => (match ? [{ tensor, entry: match.entry }] : []));
  const falls = order.filter(({ entry }, i) => entry < (order[i - 1]?.entry ?? 0)).length;
  const isNearly = order.length >= ENOUGH_FOR_ORDER && falls <= order.length / 8;
  const largestBefore = runningMost(
    order.map(({ entry }) => entry),
    Math.max,
  );
  const smallestAfter = runningMost(order.map(({ entry }) => entry).reverse(), Math.min).reverse();
  const moved = new Set(
    order
      .filter(({ entry }, i) => largestBefore[i] !== entry || smallestAfter[i] !== entry)
      .map(({ tensor }) => tensor),
  );
  return tensors.map((_, tensor) => (isNearly && moved.has(tensor) ? MOVED : null));
}

function runningMost(values: readonly number[], most: (a: number, b: number) => number): number[] {
  let best = values[0] ?? 0;
  return values.map((value) => (best = most(best, value)));
}

/** Whether table and network have unnamed layers of the same numbers and types. */
function sameUnnamed({ numbered, tensors, matches }: NamePairing): boolean {
  const mayLack = absence(numbered);
  const wanted = tensors.filter((tensor, i) => !tensor.named && (matches[i] || !mayLack(tensor)));
  const keys = (items: readonly { number: number | null; type: string | null }[]): string[] =>
    items.map(({ number, type }) => `${number} ${looseType(type ?? '')}`).sort();
  return keys(wanted).join() === keys(numbered).join();
}
