import type { RE2JS } from 're2js';

/** Comes with the first expression: most tables are looked at without one. */
let engine: typeof RE2JS | null = null;

/** Nothing to do, or what has to be waited for before expressions can be made. */
export function loadExpressions(): Promise<void> | null {
  return engine ? null : import('re2js').then((module) => void (engine = module.RE2JS));
}

/**
 * The test of a regular expression, or the sentence why the source is none. RE2's syntax: what it leaves out (looking around,
 * referring back) is what could take for ever on one long name, and a view has no other thread.
 */
export function expressionTest(source: string, caseSensitive: boolean): ((text: string) => boolean) | string {
  if (!engine) throw new Error('Expressions have not been loaded.');
  try {
    const expression = engine.compile(source, caseSensitive ? 0 : engine.CASE_INSENSITIVE);
    return (text) => expression.test(text);
  } catch (error) {
    return `Invalid regular expression: ${reasonOf(error)}`;
  }
}

/** `error parsing regexp: missing closing ): …` names its parser first, and the flag that stands for both cases. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`');
  return /Perl syntax|escape sequence|named capture/.test(reason)
    ? `${reason}. Looking ahead or behind and referring back are left out: they could take for ever`
    : reason;
}
