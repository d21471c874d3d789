/**
 * Doubts about the pairs of a table in network order. Named pairs cut table and network into gaps; a gap whose
 * two sides do not agree is a trace of a layer that was put in or taken out.
 */
import { absence, strangers, type NamePairing } from './namePairing.js';
import { looseType, type NetworkTensor } from './networkNames.js';
import { t } from '../texts/translate.js';

const BESIDE_ODD = t`Beside it an entry has no partner in the network, or a tensor none in the table: a layer was put in or taken out here, and this may be another layer's entry.`;
const TIED = t`A Dropout or Flatten layer ties this name to another one, and table and network do not have the same tensors: the name may have moved.`;

/** For each tensor: why its pair could be wrong, or null. A number is as sure as all that lies between the same two named pairs, and these. */
export function doubtsByGap(pairing: NamePairing): (string | null)[] {
  const gaps = gapsOf(pairing);
  const traces = tracesOf(pairing, gaps);
  const shifts = shiftChanges(pairing, gaps);
  const odd = new Set([
    ...traces.map(({ gap }) => gap),
    ...shifts.flatMap(([from, to]) => (from === to ? [from] : [])),
  ]);
  const unsure = new Set([...unsureNames(pairing, gaps, traces), ...namesWithinShifts(shifts, odd)]);
  return pairing.tensors.map(({ named, tied }, tensor) => {
    const gap = gaps.ofTensor[tensor] ?? 0;
    const isSure = named ? !unsure.has(gap) : !odd.has(gap) && !unsure.has(gap) && !unsure.has(gap - 1);
    return isSure ? null : tied ? TIED : BESIDE_ODD;
  });
}

/** For each entry and each tensor, how many named pairs stand before it. */
interface Gaps {
  readonly ofEntry: readonly number[];
  readonly ofTensor: readonly number[];
}

function gapsOf({ entryNames, tensors, matches }: NamePairing): Gaps {
  const isNamedPair = tensors.map(({ named }, i) => named && matches[i] !== null);
  const entries = new Set(matches.flatMap((match, i) => (match && isNamedPair[i] ? [match.entry] : [])));
  const counted = (count: number, isPair: (i: number) => boolean): number[] => {
    let gap = 0;
    return Array.from({ length: count }, (_, i) => (isPair(i) ? gap++ : gap));
  };
  return {
    ofEntry: counted(entryNames.length, (entry) => entries.has(entry)),
    ofTensor: counted(tensors.length, (i) => isNamedPair[i] ?? false),
  };
}

/** An entry or a tensor without a partner in the same gap, and what it might be: the tensor that bore a name once. */
interface Trace {
  readonly gap: number;
  readonly explains: (named: NetworkTensor) => boolean;
}

/** An entry without a partner may be the former tensor of a name of its type; a tensor without one, that of a blob that a layer of its type writes too. */
function tracesOf(pairing: NamePairing, gaps: Gaps): Trace[] {
  const { numbered, tensors, matches } = pairing;
  const { ofEntry, ofTensor } = gaps;
  const partners = new Map(matches.flatMap((match, tensor) => (match ? [[match.entry, tensor]] : [])));
  const entries = numbered.filter(({ entry }) => ofTensor[partners.get(entry) ?? -1] !== ofEntry[entry]);
  const mayLack = absence(numbered);
  const lonely = tensors.flatMap((tensor, i) =>
    tensor.named || mayLack(tensor) || ofEntry[matches[i]?.entry ?? -1] === ofTensor[i] ? [] : [i],
  );
  const strange = strangers(pairing);
  const writers = blobWriters(tensors);
  return [
    ...entries.map(({ entry, type }) => ({
      gap: ofEntry[entry] ?? 0,
      explains: (named: NetworkTensor) => looseType(named.type ?? '') === looseType(type),
    })),
    ...strange.entries.map((entry) => ({ gap: ofEntry[entry] ?? 0, explains: () => true })),
    ...[...lonely, ...strange.missing].map((i) => ({
      gap: ofTensor[i] ?? 0,
      explains: ({ blob }: NetworkTensor) => writers.has(writerKey(blob, tensors[i]?.type)),
    })),
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
function unsureNames({ tensors, matches }: NamePairing, { ofTensor }: Gaps, traces: readonly Trace[]): Set<number> {
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

/** Where the numbering moves: from the gap of the one numbered pair to that of the next. */
function shiftChanges({ numbered, tensors, matches }: NamePairing, { ofTensor }: Gaps): [from: number, to: number][] {
  const numbers = new Map(numbered.map(({ entry, number }) => [entry, number]));
  let [shift, from] = [0, 0];
  return tensors.flatMap(({ named, number }, i): [number, number][] => {
    const match = matches[i];
    if (!match || named) return [];
    const [lastShift, lastGap] = [shift, from];
    shift = (number ?? 0) - (numbers.get(match.entry) ?? 0);
    from = ofTensor[i] ?? 0;
    return shift === lastShift ? [] : [[lastGap, from]];
  });
}

/** A move of the numbering without any other trace: one of the names in between has come to a layer that counts otherwise. */
function namesWithinShifts(
  shifts: readonly (readonly [from: number, to: number])[],
  odd: ReadonlySet<number>,
): number[] {
  return shifts.flatMap(([from, to]) => {
    const between = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return between.some((gap) => odd.has(gap)) ? [] : between.slice(0, -1);
  });
}
