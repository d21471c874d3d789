import { t } from '../texts/translate.js';
import { word } from '../texts/words.js';
import type { PlanRow } from './planRows.js';
import type { Plan } from './plan.js';

/** What is said of the entries of a written file, by their names. */
export interface Origins {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Of more rows nothing is said: their texts would take longer to reach a view than the table itself. */
const MOST_ROWS = 200_000;

/**
 * Where the numbers of a file came from that was written by a plan: what its entry was called, how it was found, and why that could be
 * wrong. Entries that kept name and number without a doubt are left out.
 * @param source names of the table that the numbers came from
 */
export function originsOf({ rows }: Plan, source: readonly string[]): Origins {
  const names: string[] = [];
  const texts: string[] = [];
  if (rows.length > MOST_ROWS) return { names, texts };
  for (const row of rows) {
    const text = originOf(row, source);
    if (text === null) continue;
    names.push(row.name);
    texts.push(text);
  }
  return { names, texts };
}

function originOf({ name, source: from }: PlanRow, source: readonly string[]): string | null {
  if (!from) return null;
  if (from.kind === 'scale') return t`typed in the review`;
  const before = source[from.entry] ?? '';
  if (before === name && from.doubt === null) return null;
  const how = from.doubt === null ? word(from.rule) : `${word(from.rule)}? ${from.doubt}`;
  return before === name ? how : `${before} · ${how}`;
}
