/** How alike two names of different shapes are: by the words that they share. */
import type { Features } from './features.js';

/** Score of names that share all their words but the numbers. */
const MOST = 3;
/** Score of the same numbers in names of different shapes: a suffix was renamed, the tensor stayed. */
const SAME_NUMBERS = 2.5;

export class Similarity {
  /** By pair of shapes: there are few shapes beside names. */
  readonly #known = new Map<number, number>();
  /** The pair of shapes that was asked for last: runs of entries have the same. */
  #last = { key: -1, score: 0 };

  /** From 0 (nothing in common) up: common words, and the same numbers. */
  of(i: number, j: number, old: Features, next: Features): number {
    const words = this.#words(i, j, old, next);
    const sameNumbers = old.numbersId[i] !== 0 && old.numbersId[i] === next.numbersId[j];
    return words > 0 && sameNumbers ? words + SAME_NUMBERS : words;
  }

  /** Only the words count, so one answer serves a pair of shapes. */
  #words(i: number, j: number, old: Features, next: Features): number {
    const key = (old.shape[i] ?? 0) * 2 ** 26 + (next.shape[j] ?? 0);
    if (key === this.#last.key) return this.#last.score;
    let score = this.#known.get(key);
    if (score === undefined) {
      score = MOST * overlap(wordsOf(old.names[i] ?? ''), wordsOf(next.names[j] ?? '')) ** 2;
      this.#known.set(key, score);
    }
    this.#last = { key, score };
    return score;
  }
}

/** Words of a name: letters between signs, numbers and changes of case. */
function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [],
  );
}

/** Share of common words in the smaller of both sets and in the union, averaged; 0 where one has no words. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return (common / Math.min(a.size, b.size) + common / (a.size + b.size - common)) / 2;
}
