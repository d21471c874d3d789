/** From pairs to entries: one a tensor, what has none is listed with its reason. */
import type { PairScale } from './pairs.js';
import { sameScale } from './pairs.js';
import { t } from '../../texts/translate.js';

/** What to do where the plain answer is "no entry". */
export interface EntryOptions {
  /** Take the symmetric scale that holds as much as an asymmetric pair. */
  readonly symmetric?: boolean;
  /** Of several scales on one tensor take the largest. */
  readonly largest?: boolean;
}

export interface TensorScale {
  readonly name: string;
  readonly scale: number;
  /** How it is stored or was derived, where that is worth a word. */
  readonly note: string | null;
}

export interface Reasoned {
  readonly name: string;
  readonly why: string;
}

export interface Conflict {
  readonly tensor: string;
  readonly scales: readonly number[];
}

export interface QdqEntries {
  /** In the order in which their pairs stand. */
  readonly entries: readonly TensorScale[];
  readonly dropped: readonly Reasoned[];
  /** Tensors with several scales; without `largest` they have no entry. */
  readonly conflicts: readonly Conflict[];
}

/** The entries that pairs make. Pairs of one tensor that agree make one. */
export function entriesOf(pairs: readonly PairScale[], options: EntryOptions = {}): QdqEntries {
  const byTensor = new Map<string, PairScale[]>();
  for (const pair of pairs) byTensor.set(pair.tensor, [...(byTensor.get(pair.tensor) ?? []), pair]);
  const entries: TensorScale[] = [];
  const dropped: Reasoned[] = [];
  const conflicts: Conflict[] = [];
  for (const [name, all] of byTensor) {
    const takes = ({ kind }: PairScale): boolean =>
      kind === 'symmetric' || (kind === 'asymmetric' && options.symmetric === true);
    const usable = all.filter(takes);
    const reasons = all.filter((pair) => !takes(pair)).map(({ why }) => why ?? '');
    dropped.push(...[...new Set(reasons)].map((why) => ({ name, why })));
    const scales = usable.reduce<number[]>(
      (found, { scale }) => (found.some((known) => sameScale(known, scale)) ? found : [...found, scale]),
      [],
    );
    if (scales.length > 1) conflicts.push({ tensor: name, scales });
    const [first] = usable;
    if (!first || (scales.length > 1 && !options.largest)) continue;
    entries.push({ name, scale: Math.max(...scales), note: noteOf(first) });
  }
  return { entries, dropped, conflicts };
}

function noteOf({ kind, why, scale }: PairScale): string | null {
  return kind === 'asymmetric' ? t`${why ?? ''}, taken as the symmetric scale ${scale}` : why;
}
