/** What is typed into a filter box, taken apart: words, and terms of known keys. Pure. */

export type Operator = ':' | '=' | '>' | '>=' | '<' | '<=';

interface Part {
  readonly negated: boolean;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

export interface Word extends Part {
  readonly kind: 'word';
  readonly text: string;
}

export interface Asked extends Part {
  readonly kind: 'term';
  readonly key: string;
  readonly operator: Operator;
  /** One value, or with commas several of which any will do. */
  readonly values: readonly string[];
}

const TERM = /^([a-z][a-z0-9]*)(>=|<=|[:=<>])(.*)$/is;

/**
 * The words and terms of a text, in their order. Blanks part them unless they stand in quotation marks; a hyphen before one
 * means all others; in quotation marks everything is a word.
 * @param keys the keys that are known, in small letters; a word with another key's look is a word
 */
export function parseFilter(text: string, keys: ReadonlySet<string>): (Word | Asked)[] {
  return pieces(text).map(({ start, end }) => {
    const raw = text.slice(start, end);
    const negated = raw.length > 1 && raw.startsWith('-');
    const rest = negated ? raw.slice(1) : raw;
    const [, key = '', operator = ':', value = ''] = TERM.exec(rest) ?? [];
    const part = { negated, start, end };
    return keys.has(key.toLowerCase())
      ? { ...part, kind: 'term', key: key.toLowerCase(), operator: operator as Operator, values: valuesOf(value) }
      : { ...part, kind: 'word', text: unquoted(rest) };
  });
}

/** The text without some of its parts, and without the blanks that they leave. */
export function without(text: string, parts: readonly Part[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of parts) {
    rest += text.slice(at, start);
    at = text.charAt(end).trim() === '' ? end + 1 : end;
  }
  return (rest + text.slice(at)).trim();
}

/** A value as it has to be written to stay one. */
export function quoted(value: string): string {
  return /^$|[\s",]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

/** Where the pieces between blanks are; blanks between quotation marks part nothing. */
function pieces(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let [start, inQuotes] = [-1, false];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') inQuotes = !inQuotes;
    if (inQuotes || char.trim() !== '') {
      if (start < 0) start = at;
    } else if (start >= 0) {
      found.push({ start, end: at });
      start = -1;
    }
  }
  if (start >= 0) found.push({ start, end: text.length });
  return found;
}

/** A comma in quotation marks is part of the value. */
function valuesOf(text: string): string[] {
  return (text.startsWith('"') ? [unquoted(text)] : text.split(',')).filter(Boolean);
}

/** Without the quotation marks that hold it together; one that is still open is none, too. */
function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"$/, '') : text;
}

/** Whether a text asks for a value of a key, and for no other of that key. */
export function asksFor(text: string, key: string, value: string): boolean {
  const asked = termsOf(text, key);
  return asked.length === 1 && asked[0]?.negated === false && asked[0].values.join() === value;
}

/** The text that asks for a value of a key, in place of others of that key; if it did already, the text without it. */
export function toggledTerm(text: string, key: string, value: string): string {
  const rest = without(text, termsOf(text, key));
  return asksFor(text, key, value) ? rest : `${rest} ${key}:${quoted(value)}`.trim();
}

function termsOf(text: string, key: string): Asked[] {
  return parseFilter(text, new Set([key])).filter((part) => part.kind === 'term');
}
