/** What is typed into a filter box, as a test on texts. */

export interface FilterText {
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly regex: boolean;
}

export const NO_FILTER: FilterText = { text: '', caseSensitive: false, regex: false };

export type Matcher = (text: string) => boolean;

/** The test, `null` when everything matches, or why the typed expression is none. */
export type CompiledFilter = { readonly matches: Matcher | null } | { readonly problem: string };

export function compileFilter({ text, caseSensitive, regex }: FilterText): CompiledFilter {
  if (text === '') return { matches: null };
  try {
    return { matches: matcherOf(regex ? text : escape(text), caseSensitive) };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** A case-insensitive expression beats lower-casing every text, whose result would have to be kept. */
function matcherOf(source: string, caseSensitive: boolean): Matcher {
  const expression = new RegExp(source, caseSensitive ? '' : 'i');
  return (text) => expression.test(text);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** `Invalid regular expression: /(/: Unterminated group` says the expression twice; its end is what helps. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `Invalid regular expression: ${message.slice(message.lastIndexOf(': ') + 2)}`;
}

/** The entries of `order` that pass, in that order. */
export function keep(order: Uint32Array, passes: (entry: number) => boolean): Uint32Array {
  return order.filter((entry) => passes(entry));
}
