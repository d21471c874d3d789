/** A word as it stands at the beginning of a sentence. */
export function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase());
}
