/** The words that Python's `json.dump` writes for numbers that JSON doesn't have: `NaN`, `Infinity`, `-Infinity`. */

/** A text that JSON's readers take, and where the words stood in it. */
export interface WithoutWords {
  /** As long as the original: each word has given way to a number. */
  readonly text: string;
  /** The number that each word means, by its offset. */
  readonly words: ReadonlyMap<number, number>;
}

/** A string literal (passed over; a broken one ends at its line), or a word that stands for itself. */
const STRING_OR_WORD = /"(?:[^"\\\r\n]|\\[^\r\n])*"?|(?<![\w$.+-])(?:-?Infinity|NaN)(?![\w$.])/g;

/** Puts numbers in the place of the words, so that a reader of JSON finds its way and all offsets stay. */
export function withoutNumberWords(text: string): WithoutWords {
  const words = new Map<number, number>();
  if (!/NaN|Infinity/.test(text)) return { text, words };
  const replaced = text.replace(STRING_OR_WORD, (match: string, offset: number) => {
    if (match.startsWith('"')) return match;
    words.set(offset, Number(match));
    return match.replace(/[A-Za-z]/g, '1');
  });
  return { text: replaced, words };
}

/** The value of a literal: the number that a word means where one stood. */
export function literalValue(words: ReadonlyMap<number, number>, offset: number, value: unknown): unknown {
  return words.get(offset) ?? value;
}
