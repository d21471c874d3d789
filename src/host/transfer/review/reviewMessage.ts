import type { TableDocument } from '../../../core/formats/format.js';
import type { SafeText } from '../../../core/render/safe.js';
import type { Plan, PlanRow } from '../../../core/transfer/plan.js';
import { entryScale } from '../../../core/table/table.js';
import type { KeptReview, ReviewMessage } from '../../../protocol/review.js';

/** What a review says beside the plan itself. */
export interface ReviewTexts {
  readonly title: SafeText;
  readonly sourceFile: string;
  readonly namesFile: string | null;
  readonly action: string;
}

/** A plan as the review view draws it. */
export function reviewMessage(
  texts: ReviewTexts,
  { table }: TableDocument,
  plan: Plan,
  kept: KeptReview,
): ReviewMessage {
  const { rows, dropped, warnings, needsEveryRow } = plan;
  return {
    type: 'review',
    ...texts,
    kept,
    dropped,
    warnings,
    needsEveryRow,
    names: rows.map(({ name }) => name),
    types: rows.map(({ type }) => type),
    from: rows.map(({ source }) => (source?.kind === 'entry' ? (table.names[source.entry] ?? null) : null)),
    rules: rows.map(ruleOf),
    doubts: rows.map(({ source }) => (source?.kind === 'entry' ? source.doubt : null)),
    scales: Float64Array.from(rows, ({ source }) =>
      source === null ? NaN : source.kind === 'scale' ? source.scale : entryScale(table, source.entry),
    ),
    candidates: table.names,
    candidateScales: Float64Array.from(table.names, (_, i) => entryScale(table, i)),
  };
}

function ruleOf({ source }: PlanRow): string | null {
  if (source === null) return null;
  return source.kind === 'entry' ? source.rule : 'by hand';
}
