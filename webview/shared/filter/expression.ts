import type { RE2JS } from 're2js';
import { t } from '../../../src/core/texts/translate.js';
import { messageOf } from '../../../src/core/texts/messageOf.js';

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
  const expression = compiled(source, caseSensitive);
  return typeof expression === 'string' ? expression : (text) => expression.test(text);
}

/** What puts `by` in the place of all that an expression finds (`$1`: its first group, `$&`: all of it), or why the source is none. */
export function expressionReplacer(
  source: string,
  caseSensitive: boolean,
  by: string,
): ((text: string) => string) | string {
  const expression = compiled(source, caseSensitive);
  return typeof expression === 'string' ? expression : (text) => expression.matcher(text).replaceAll(by);
}

function compiled(source: string, caseSensitive: boolean): RE2JS | string {
  if (!engine) throw new Error('Expressions have not been loaded.');
  try {
    return engine.compile(source, caseSensitive ? 0 : engine.CASE_INSENSITIVE);
  } catch (error) {
    return t`Invalid regular expression: ${reasonOf(error)}`;
  }
}

/** `error parsing regexp: missing closing ): …` names its parser first, and the flag that stands for both cases. */
function reasonOf(error: unknown): string {
  const message = messageOf(error);
  const reason = message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`');
  return /Perl syntax|escape sequence|named capture/.test(reason)
    ? t`${reason}. Looking ahead or behind and referring back are left out: they could take for ever`
    : reason;
}
