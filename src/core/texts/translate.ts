/**
 * Texts for people in their language. English texts are the keys, as VS Code's `l10n` has them: `Wrote {0} to {1}.`, and whoever starts
 * a host, a worker or a view puts the texts of the language under a global name before anything else runs, so that constants of
 * modules are in it, too. The command line has none: it speaks English.
 */

/** English texts with `{0}` where something is put in, and what they are in the language of the user. */
export type Texts = Readonly<Record<string, string>>;

/** Where the texts of the language stand. */
export const TEXTS = 'calibrationTablesTexts';

/** A text, cut at what is put in: pieces of text, and numbers of values. */
type Pieces = readonly (string | number)[];

const texts = (globalThis as { readonly [TEXTS]?: Texts })[TEXTS];
/** By the place in the source that says it: looked up once. */
const known = new WeakMap<TemplateStringsArray, Pieces>();

declare const own: unique symbol;
/** A text that is all ours: nothing was put in that could come from a file. */
export type OwnText = string & { readonly [own]: true };

/** ``t`Show all` ``, ``t`${n} of ${all}` ``: a text in the language of the user. */
export function t(text: TemplateStringsArray): OwnText;
export function t(text: TemplateStringsArray, ...values: readonly (string | number | null | undefined)[]): string;
export function t(text: TemplateStringsArray, ...values: readonly (string | number | null | undefined)[]): string {
  return filled(text, values);
}

/** The texts of the language; undefined in English. For who starts a worker or a view. */
export function textsOfLanguage(): Texts | undefined {
  return texts;
}

/** The same for a tag that makes something of the values first. */
export function filled(text: TemplateStringsArray, values: readonly unknown[]): string {
  let whole = '';
  if (texts) for (const piece of piecesOf(text)) whole += typeof piece === 'number' ? String(values[piece]) : piece;
  else for (let i = 0; i < text.length; i++) whole += i < values.length ? text[i] + String(values[i]) : text[i];
  return whole;
}

/** The key of a text. */
export function keyOf(text: readonly string[]): string {
  return text.map((piece, i) => (i === 0 ? piece : `{${i - 1}}${piece}`)).join('');
}

function piecesOf(text: TemplateStringsArray): Pieces {
  const pieces = known.get(text) ?? cut(texts?.[keyOf(text)] ?? keyOf(text));
  known.set(text, pieces);
  return pieces;
}

function cut(text: string): Pieces {
  return text.split(/\{(\d+)\}/).map((piece, i) => (i % 2 === 1 ? Number(piece) : piece));
}
