/** Finding one of a source's entries by what is typed. Pure. */

export interface FoundCandidates {
  /** Indices of entries, the likeliest first. */
  readonly entries: readonly number[];
  /** How many match, shown or not. */
  readonly total: number;
}

/**
 * Entries whose name holds all the words of `query`, in any order. A name that is the query comes first, then
 * those that start with it; among equals the entries that no row uses yet, since one of these is what is missing.
 */
export function findCandidates(
  names: readonly string[],
  used: ReadonlySet<string>,
  query: string,
  most: number,
): FoundCandidates {
  const whole = query.trim().toLowerCase();
  const words = whole.split(/\s+/);
  const ranks: number[][] = Array.from({ length: 6 }, () => []);
  names.forEach((name, entry) => {
    const text = name.toLowerCase();
    if (words.every((word) => text.includes(word)))
      ranks[rankOf(text, whole) * 2 + Number(used.has(name))]?.push(entry);
  });
  const found = ranks.flat();
  return { entries: found.slice(0, most), total: found.length };
}

function rankOf(text: string, whole: string): 0 | 1 | 2 {
  if (text === whole) return 0;
  return text.startsWith(whole) ? 1 : 2;
}
