/** How alike two names of different shapes are: by the words that they share. */

/** Score of names that share all their words but the numbers. */
const MOST = 3;
/** Score of the same numbers in names of different shapes: a suffix was renamed, the tensor stayed. */
const SAME_NUMBERS = 2.5;

export class Similarity {
  /** By pair of shapes: there are few shapes beside names. */
  private readonly known = new Map<number, number>();

  /** From 0 (nothing in common) up: common words, and the same numbers. */
  of(a: string, b: string, shapeA: number, shapeB: number): number {
    const words = this.words(a, b, shapeA, shapeB);
    return words > 0 && sameNumbers(a, b) ? words + SAME_NUMBERS : words;
  }

  /** Only the words count, so one answer serves a pair of shapes. */
  private words(a: string, b: string, shapeA: number, shapeB: number): number {
    const key = shapeA * 1_000_003 + shapeB;
    let score = this.known.get(key);
    if (score === undefined) {
      score = MOST * overlap(wordsOf(a), wordsOf(b)) ** 2;
      this.known.set(key, score);
    }
    return score;
  }
}

/** Whether both have numbers, and the same ones in the same order. */
function sameNumbers(a: string, b: string): boolean {
  const numbers = a.match(/\d+/g);
  return numbers !== null && numbers.join() === b.match(/\d+/g)?.join();
}

/** Words of a name: letters between signs, numbers and changes of case. */
function wordsOf(name: string): Set<string> {
  return new Set(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().match(/[a-z]+/g) ?? []);
}

/** Share of common words in the smaller of both sets and in the union, averaged; 0 where one has no words. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return (common / Math.min(a.size, b.size) + common / (a.size + b.size - common)) / 2;
}
