/**
 * What speaks against pairs that a rule alone would make. A blob's name belongs to its last writer: when a
 * layer was put in or taken out, the name or the number of an entry can be another layer's. That can't be
 * seen in the entry itself, but it leaves a trace: an entry or a tensor beside it that has no partner.
 */
import type { TensorMatch } from './naming.js';
import { canBeAbsent, isInNetworkOrder, type NumberedEntry } from './namingDrift.js';
import { looseType, type NetworkTensor } from './network/names.js';

/** What a table says about a network, as far as rules have paired them. */
export interface Pairing {
  readonly entryCount: number;
  readonly numbered: readonly NumberedEntry[];
  readonly tensors: readonly NetworkTensor[];
  readonly matches: readonly (TensorMatch | null)[];
}

const BESIDE_ODD = 'Beside it an entry has no partner in the network, or a tensor none in the table: a layer was put in or taken out here, and this may be another layer\'s entry.';
const NO_ORDER = 'Table and network do not have the same tensors, and the table is not in network order (or too short to tell), so it can\'t be seen which entries that touches.';

const TIED = 'A Dropout or Flatten layer ties this name to another one, and table and network do not have the same tensors: the name may have moved.';

/** For each tensor: why its pair could be wrong, or null. */
export function doubtsOf(pairing: Pairing): (string | null)[] {
  const { numbered, tensors, matches } = pairing;
  return isInNetworkOrder(numbered, tensors, matches) ? doubtsByGap(pairing) : doubtsWithoutOrder(pairing);
}

/** Without an order all that can be compared is which numbers and types there are. An input keeps its name, if no layer ties another to it. */
function doubtsWithoutOrder(pairing: Pairing): (string | null)[] {
  const { entries, missing } = strangers(pairing);
  const agree = entries.length + missing.length === 0 && sameUnnamed(pairing);
  return pairing.tensors.map(({ number, tied }) => (agree || (number === null && !tied) ? null : NO_ORDER));
}

/** Names that only the table has (by entry), or only the network (by tensor). */
function strangers({ entryCount, numbered, tensors, matches }: Pairing): { entries: number[]; missing: number[] } {
  const known = new Set([...numbered.map(({ entry }) => entry), ...matches.flatMap((match) => match?.entry ?? [])]);
  const entries = Array.from({ length: entryCount }, (_, entry) => entry).filter((entry) => !known.has(entry));
  return { entries, missing: tensors.flatMap(({ named }, i) => (named && !matches[i] ? [i] : [])) };
}

/** Whether table and network have unnamed layers of the same numbers and types. */
function sameUnnamed({ numbered, tensors, matches }: Pairing): boolean {
  const wanted = tensors.filter((tensor, i) => !tensor.named && (matches[i] || !canBeAbsent(tensor)));
  const keys = (items: readonly { number: number | null; type: string | null }[]): string[] =>
    items.map(({ number, type }) => `${number} ${looseType(type ?? '')}`).sort();
  return keys(wanted).join() === keys(numbered).join();
}

/** In network order, a number is as sure as all that lies between the same two named pairs, and these. */
function doubtsByGap(pairing: Pairing): (string | null)[] {
  const gaps = gapsOf(pairing);
  const traces = tracesOf(pairing, gaps);
  const odd = new Set([...traces.map(({ gap }) => gap), ...gapsOfSeveralShifts(pairing, gaps)]);
  const unsure = unsureNames(pairing, gaps, traces);
  return pairing.tensors.map(({ named, tied }, tensor) => {
    const gap = gaps.ofTensor[tensor] ?? 0;
    const isSure = named ? !unsure.has(gap) : !odd.has(gap) && !unsure.has(gap) && !unsure.has(gap - 1);
    return isSure ? null : tied ? TIED : BESIDE_ODD;
  });
}

/** For each entry and each tensor, how many named pairs stand before it. */
interface Gaps { readonly ofEntry: readonly number[]; readonly ofTensor: readonly number[] }

function gapsOf({ entryCount, tensors, matches }: Pairing): Gaps {
  const isNamedPair = tensors.map(({ named }, i) => named && matches[i] !== null);
  const entries = new Set(matches.flatMap((match, i) => (match && isNamedPair[i] ? [match.entry] : [])));
  const counted = (count: number, isPair: (i: number) => boolean): number[] => {
    let gap = 0;
    return Array.from({ length: count }, (_, i) => (isPair(i) ? gap++ : gap));
  };
  return { ofEntry: counted(entryCount, (entry) => entries.has(entry)), ofTensor: counted(tensors.length, (i) => isNamedPair[i] ?? false) };
}

/** An entry or a tensor without a partner in the same gap, and what it might be: the tensor that bore a name once. */
interface Trace {
  readonly gap: number;
  readonly explains: (named: NetworkTensor) => boolean;
}

/** An entry without a partner may be the former tensor of a name of its type; a tensor without one, that of a blob that a layer of its type writes too. */
function tracesOf(pairing: Pairing, gaps: Gaps): Trace[] {
  const { numbered, tensors, matches } = pairing;
  const { ofEntry, ofTensor } = gaps;
  const partners = new Map(matches.flatMap((match, tensor) => (match ? [[match.entry, tensor]] : [])));
  const entries = numbered.filter(({ entry }) => ofTensor[partners.get(entry) ?? -1] !== ofEntry[entry]);
  const lonely = tensors.flatMap((tensor, i) => (tensor.named || canBeAbsent(tensor) || ofEntry[matches[i]?.entry ?? -1] === ofTensor[i] ? [] : [i]));
  const strange = strangers(pairing);
  const writers = blobWriters(tensors);
  return [
    ...entries.map(({ entry, type }) => ({ gap: ofEntry[entry] ?? 0, explains: (named: NetworkTensor) => looseType(named.type ?? '') === looseType(type) })),
    ...strange.entries.map((entry) => ({ gap: ofEntry[entry] ?? 0, explains: () => true })),
    ...[...lonely, ...strange.missing].map((i) => ({ gap: ofTensor[i] ?? 0, explains: ({ blob }: NetworkTensor) => writers.has(writerKey(blob, tensors[i]?.type)) })),
  ];
}

/** Which types of layers write each blob, its last writer apart: any of them may have been the last one before. */
function blobWriters(tensors: readonly NetworkTensor[]): Set<string> {
  return new Set(tensors.filter(({ name, blob }) => name !== blob).map(({ blob, type }) => writerKey(blob, type)));
}

function writerKey(blob: string | null | undefined, type: string | null | undefined): string {
  return `${looseType(type ?? '')} ${blob ?? ''}`;
}

/**
 * Gaps at whose end stands a name that may have moved. The order of all others is the same on both sides, so
 * one can only have moved across names that moved too, each of which takes a trace of its own. A name that is
 * tied to another can jump without one.
 */
function unsureNames({ tensors, matches }: Pairing, { ofTensor }: Gaps, traces: readonly Trace[]): Set<number> {
  const unsure = new Set<number>();
  let open: Trace[] = [];
  let unexplained = 0;
  tensors.forEach((tensor, i) => {
    if (!tensor.named || !matches[i]) return;
    const here = traces.filter(({ gap }) => gap === ofTensor[i]);
    open = unexplained > 0 ? [...open, ...here] : here;
    unexplained = Math.max(0, unexplained) + here.length;
    if (!open.some(({ explains }) => explains(tensor))) unexplained = 0;
    if (unexplained > 0 || (tensor.tied && traces.length > 0)) unsure.add(ofTensor[i] ?? 0);
    unexplained--;
  });
  return unsure;
}

/** Gaps inside which the numbering moves. */
function gapsOfSeveralShifts({ numbered, tensors, matches }: Pairing, { ofTensor }: Gaps): number[] {
  const numbers = new Map(numbered.map(({ entry, number }) => [entry, number]));
  const shifts = new Map<number, number>();
  return tensors.flatMap(({ named, number }, i) => {
    const match = matches[i];
    const gap = ofTensor[i] ?? 0;
    if (!match || named) return [];
    const shift = (number ?? 0) - (numbers.get(match.entry) ?? 0);
    const first = shifts.get(gap) ?? shift;
    shifts.set(gap, first);
    return first === shift ? [] : [gap];
  });
}
