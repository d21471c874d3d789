import type { Edit } from '../../../src/core/formats/format.js';
import type { TableMessage } from '../../../src/protocol/table.js';

/** What a view needs to send edits. */
export interface Line {
  /** The table that the view shows. */
  readonly message: () => TableMessage | null;
  /** Sends edits of a revision; answers why they were refused, or null. */
  readonly ask: (edits: readonly Edit[], revision: number) => Promise<string | null>;
}

/**
 * Sends edits, and once more where they were refused and the table has become another one meanwhile in which the entries that they are about
 * stand as they did: a file that is read again just now must not cost what was typed.
 */
export async function sendToSame(edits: readonly Edit[], { message, ask }: Line): Promise<string | null> {
  const before = message();
  const stood = before && standing(edits, before);
  const problem = await ask(edits, before?.revision ?? 0);
  const now = message();
  if (problem === null || !now || now.revision === before?.revision || standing(edits, now) !== stood) return problem;
  return ask(edits, now.revision);
}

/** All that edits rest on, as one text. */
function standing(edits: readonly Edit[], { names, values, header }: TableMessage): string {
  const entries = edits.flatMap((edit) => (edit.kind === 'header' ? [] : [edit.index - 1, edit.index]));
  return JSON.stringify([header.raw, names.length, ...entries.map((at) => [names[at], String(values[at])])]);
}
