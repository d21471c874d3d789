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
  const problem = await ask(edits, before?.revision ?? 0);
  const now = message();
  if (problem === null || !before || !now || now.revision === before.revision) return problem;
  return standAlike(edits, before, now) ? ask(edits, now.revision) : problem;
}

/** Whether all that edits rest on is the same in two tables: a changed table is a new message, with columns of its own. */
function standAlike(edits: readonly Edit[], a: TableMessage, b: TableMessage): boolean {
  const isSame = (at: number): boolean => a.names[at] === b.names[at] && Object.is(a.values[at], b.values[at]);
  return (
    a.header.raw === b.header.raw &&
    a.names.length === b.names.length &&
    edits.every((edit) => edit.kind === 'header' || (isSame(edit.index - 1) && isSame(edit.index)))
  );
}
