/** Where two spellings of a name differ: what both begin and end with, and what is between. */
export interface NameParts {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

/** Splits a name by what it shares with another one. */
export function nameParts(name: string, other: string): NameParts {
  const shorter = Math.min(name.length, other.length);
  let head = 0;
  while (head < shorter && name[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && name[name.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  // A number is replaced as a whole.
  while (head > 0 && isDigit(name[head - 1]) && (isDigit(name[head]) || isDigit(other[head]))) head--;
  while (
    tail > 0 &&
    isDigit(name[name.length - tail]) &&
    (isDigit(name[name.length - tail - 1]) || isDigit(other[other.length - tail - 1]))
  )
    tail--;
  return {
    head: name.slice(0, head),
    middle: name.slice(head, name.length - tail),
    tail: name.slice(name.length - tail),
  };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
