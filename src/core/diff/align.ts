/** Which entry of one table is which of the other. */

export interface Match {
  readonly oldIndex: number;
  readonly newIndex: number;
  readonly how: 'same-name' | 'renumbered' | 'renamed';
  /** From 0 to 1; below 0.5 is doubtful. */
  readonly confidence: number;
  /** Sentences: what speaks for this pair. */
  readonly evidence: readonly string[];
}

export interface Alignment {
  /** In the order of the new table. */
  readonly matches: readonly Match[];
  /** Indices of old entries, and of new ones, without a partner. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

const SAME_NAME = ['same name'];

/** Pairs entries of equal names; of several with one name, the first with the first, the second with the second. */
export function alignByName(before: readonly string[], after: readonly string[]): Alignment {
  const waiting = new Map<string, number[]>();
  before.forEach((name, index) => {
    const indices = waiting.get(name);
    if (indices) indices.push(index);
    else waiting.set(name, [index]);
  });
  const matches: Match[] = [];
  const added: number[] = [];
  after.forEach((name, newIndex) => {
    const oldIndex = waiting.get(name)?.shift();
    if (oldIndex === undefined) added.push(newIndex);
    else matches.push({ oldIndex, newIndex, how: 'same-name', confidence: 1, evidence: SAME_NAME });
  });
  const removed = [...waiting.values()].flat().sort((a, b) => a - b);
  return { matches, removed, added };
}
