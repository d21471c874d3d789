/** What is typed into a filter box, as a test of rows. */
import { expressionTest, loadExpressions } from './expression.js';
import type { FilterText } from './filterText.js';
import { numberTest } from './numberTest.js';
import { parseFilter, without, type Asked, type Operator } from './parse.js';
import type { ChoiceTerm, NumberTerm, Term, TextTerm } from './term.js';
import { t } from '../../../src/core/texts/translate.js';

export type RowTest = (row: number) => boolean;
export type TextTest = (text: string) => boolean;
/** Makes of a test of texts one of rows: some text of the row passes. */
export type Search = (matches: TextTest, regex: boolean) => RowTest;

/** The test, `null` when everything passes, what is wrong with what is typed, or what has to be loaded before it can be told. */
export type Compiled =
  { readonly test: RowTest | null } | { readonly problem: string } | { readonly loading: Promise<void> };

/** Words and terms all have to hold; with expressions, all that is no term is one of them. */
export function compileFilter(
  { text, caseSensitive, regex }: FilterText,
  terms: readonly Term[],
  search: Search,
): Compiled {
  const parts = parseFilter(text, new Set(terms.map(({ key }) => key)));
  const asked = parts.filter((part) => part.kind === 'term');
  const tests: RowTest[] = [];
  if (regex) {
    const source = without(text, asked);
    const loading = source === '' ? null : loadExpressions();
    if (loading) return { loading };
    const matches = source === '' ? null : expressionTest(source, caseSensitive);
    if (typeof matches === 'string') return { problem: matches };
    if (matches) tests.push(search(matches, true));
  } else {
    for (const part of parts)
      if (part.kind === 'word') tests.push(unless(part.negated, search(contains(part.text, caseSensitive), false)));
  }
  for (const part of asked) {
    const test = termTest(part, terms.find(({ key }) => key === part.key) as Term, caseSensitive);
    if (typeof test === 'string') return { problem: test };
    if (test) tests.push(unless(part.negated, test));
  }
  const [only] = tests;
  if (!only) return { test: null };
  return { test: tests.length === 1 ? only : (row) => tests.every((test) => test(row)) };
}

/** A case-insensitive expression beats lower-casing every text, whose result would have to be kept. */
function contains(text: string, caseSensitive: boolean): TextTest {
  const expression = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), caseSensitive ? '' : 'i');
  return (other) => expression.test(other);
}

function unless(negated: boolean, test: RowTest): RowTest {
  return negated ? (row) => !test(row) : test;
}

/** Null while the value is still to come; a sentence for a value that can't be. */
function termTest({ operator, values }: Asked, term: Term, caseSensitive: boolean): RowTest | string | null {
  if (values.length === 0) return null;
  if (term.kind === 'number') return anyOf(values, (value) => numberTestOf(term, operator, value));
  if (operator !== ':' && operator !== '=') return t`${term.key} has no order: write ${term.key}:${values.join()}`;
  return anyOf(values, (value) =>
    term.kind === 'choice' ? choiceTest(term, value) : textTest(term, value, operator, caseSensitive),
  );
}

function anyOf(values: readonly string[], testOf: (value: string) => RowTest | string): RowTest | string {
  const tests = values.map(testOf);
  return tests.find((test) => typeof test === 'string') ?? ((row) => (tests as RowTest[]).some((test) => test(row)));
}

function numberTestOf({ key, number }: NumberTerm, operator: Operator, value: string): RowTest | string {
  const test = numberTest(operator, value);
  return test ? (row) => test(number(row)) : t`"${value}" is no number. Write ${key}>50, ${key}<=1e-4 or ${key}:1..5`;
}

/** While a word is being typed, it stands for all that it can become. */
function choiceTest({ key, choices }: ChoiceTerm, word: string): RowTest | string {
  const wanted = word.toLowerCase();
  const exact = choices.filter(({ value, label }) => value === wanted || label?.toLowerCase() === wanted);
  const meant = exact.length > 0 ? exact : choices.filter(({ value }) => value.startsWith(wanted));
  if (meant.length > 0) return (row) => meant.some(({ test }) => test(row));
  return t`${key} knows no "${word}". It knows ${choices.map(({ value }) => value).join(', ')}`;
}

function textTest(
  { text, fromStart = false }: TextTerm,
  word: string,
  operator: ':' | '=',
  caseSensitive: boolean,
): RowTest {
  if (operator === ':' && !fromStart) {
    const matches = contains(word, caseSensitive);
    return (row) => matches(text(row));
  }
  const fold = (other: string): string => (caseSensitive ? other : other.toLowerCase());
  const wanted = fold(word);
  if (operator === ':') return (row) => beginsWith(fold(text(row)), wanted);
  return (row) => fold(text(row)) === wanted;
}

function beginsWith(text: string, start: string): boolean {
  if (!text.startsWith(start)) return false;
  return !isPartOfWord(start.at(-1)) || !isPartOfWord(text[start.length]);
}

function isPartOfWord(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/i.test(char);
}
