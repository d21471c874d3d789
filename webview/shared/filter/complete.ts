/** What can be typed next into a filter box. Pure. */
import { parseFilter, quoted } from './parse.js';
import type { Term, TextTerm } from './term.js';

export interface Completion {
  /** Takes the place of what stands from `start` to `end`. */
  readonly insert: string;
  readonly label: string;
  readonly hint: string;
}

export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly options: readonly Completion[];
}

const MOST = 12;
/** Rows that are looked through for the values of a text. */
const MOST_ROWS = 20_000;
const NONE: Completions = { start: 0, end: 0, options: [] };

/**
 * What fits in at the caret: keys that begin so, or the values of the key before it.
 * @param always offers all keys where nothing is typed yet
 */
export function completions(
  text: string,
  caret: number,
  terms: readonly Term[],
  rows: number,
  always = false,
): Completions {
  const before = text.slice(0, caret);
  const last = parseFilter(before, new Set(terms.map(({ key }) => key))).at(-1);
  const start = last?.end === caret ? last.start + Number(last.negated) : caret;
  const typed = before.slice(start);
  if (last?.end === caret && last.kind === 'term') {
    const term = terms.find(({ key }) => key === last.key);
    return term ? valuesOf(term, typed.slice(typed.search(/[:=<>]/) + 1).replace(/^=/, ''), caret, rows) : NONE;
  }
  if ((typed === '' && !always) || typed.startsWith('"')) return NONE;
  const wanted = typed.toLowerCase();
  const options = terms
    .filter(({ key }) => key.startsWith(wanted))
    .map((term) => {
      const insert = `${term.key}${term.kind === 'number' ? '>' : ':'}`;
      return { insert, label: insert, hint: term.hint };
    });
  return { start, end: caret, options };
}

/** @param typed all that stands behind the key so far: of values between commas, the last one is completed */
function valuesOf(term: Term, typed: string, caret: number, rows: number): Completions {
  if (term.kind === 'number') return NONE;
  const last = typed.startsWith('"') ? typed : typed.slice(typed.lastIndexOf(',') + 1);
  const word = last.replaceAll('"', '').toLowerCase();
  const all = term.kind === 'choice' ? term.choices : (given(term) ?? distinct(term, word, rows));
  const fitting = all.filter(({ value }) => value.toLowerCase().includes(word));
  if (fitting.length === 1 && fitting[0]?.value.toLowerCase() === word) return NONE;
  return {
    start: caret - last.length,
    end: caret,
    options: fitting.slice(0, MOST).map(({ value, hint }) => ({ insert: quoted(value), label: value, hint })),
  };
}

function given({ values }: TextTerm): { value: string; hint: string }[] | undefined {
  return values?.().map((value) => ({ value, hint: '' }));
}

/** The values that occur, the most frequent first. */
function distinct({ text }: TextTerm, word: string, rows: number): { value: string; hint: string }[] {
  const counts = new Map<string, number>();
  for (let row = 0; row < Math.min(rows, MOST_ROWS); row++) {
    const value = text(row);
    if (value !== '' && value.toLowerCase().includes(word)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([value, count]) => ({ value, hint: `${count} ×` }));
}
