import { storedProblem } from '../../../core/table/input.js';
import { neighbourSource, withSources, type Plan, type RowSource } from '../../../core/transfer/plan.js';
import type { Assignment } from '../../../protocol/review.js';
import { t } from '../../../core/texts/translate.js';

/** The plan after a user gave some rows another source, or why that can't be. `entries` is how many the source has. */
export function assign(
  plan: Plan,
  rows: readonly number[],
  assignment: Assignment,
  entries: number,
): { plan: Plan } | { problem: string; row: number } {
  const sources = new Map<number, RowSource | null>();
  for (const row of rows) {
    if (row >= plan.rows.length) return { problem: t`There is no such row.`, row };
    const source = sourceOf(plan, row, assignment, entries);
    if (typeof source === 'string') return { problem: source, row };
    sources.set(row, source);
  }
  return { plan: withSources(plan, sources) };
}

/** The source that an assignment means for a row, or a sentence that says why there is none. */
function sourceOf(plan: Plan, row: number, assignment: Assignment, entries: number): RowSource | null | string {
  switch (assignment.kind) {
    case 'nothing':
      return null;
    case 'neighbour':
      return neighbourSource(plan, row) ?? t`No other row has a scale to take.`;
    case 'scale':
      return storedProblem(assignment.scale, 'scale') ?? { kind: 'scale', scale: assignment.scale };
    case 'entry':
      return assignment.entry < entries
        ? { kind: 'entry', entry: assignment.entry, rule: 'by hand', doubt: null }
        : t`The source has no such entry.`;
  }
}
