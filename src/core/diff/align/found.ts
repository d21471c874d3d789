/** Pairs that were found, on their way to an answer. */

export interface Found {
  readonly oldIndex: number;
  readonly newIndex: number;
  readonly confidence: number;
}

/** Shown, but not believed. */
export const DOUBT = 0.45;

/** The entries that have a partner. */
export function takenBy(found: readonly Pick<Found, 'oldIndex' | 'newIndex'>[]): {
  readonly old: ReadonlySet<number>;
  readonly new: ReadonlySet<number>;
} {
  return { old: new Set(found.map(({ oldIndex }) => oldIndex)), new: new Set(found.map(({ newIndex }) => newIndex)) };
}

/** The pairs that share no entry with others. */
export function withoutEntriesOf<T extends Found>(found: readonly T[], others: readonly Found[]): T[] {
  const taken = takenBy(others);
  return found.filter(({ oldIndex, newIndex }) => !taken.old.has(oldIndex) && !taken.new.has(newIndex));
}
