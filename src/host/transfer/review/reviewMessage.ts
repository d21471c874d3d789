import type { TableDocument } from '../../../core/formats/format.js';
import type { SafeText } from '../../../core/render/safe.js';
import type { Plan, RowSource } from '../../../core/transfer/plan.js';
import { entryScale } from '../../../core/table/table.js';
import type { ReviewMessage } from '../../../protocol/review.js';
import { t } from '../../../core/texts/translate.js';

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
  hand: Pick<ReviewMessage, 'kept' | 'mended' | 'steps'>,
): ReviewMessage {
  const { rows, dropped, warnings, needsEveryRow } = plan;
  return {
    type: 'review',
    ...texts,
    ...hand,
    dropped,
    warnings,
    needsEveryRow,
    names: rows.names,
    types: rows.names.map((_, row) => rows.typeOf(row)),
    from: rows.names.map((_, row) => table.names[rows.entryOf(row) ?? -1] ?? null),
    rules: rows.names.map((_, row) => ruleOf(rows.sourceOf(row))),
    doubts: rows.names.map((_, row) => rows.doubtOf(row)),
    scales: Float64Array.from(rows.names, (_, row) => {
      const entry = rows.entryOf(row);
      return entry === null ? (rows.scaleOf(row) ?? NaN) : entryScale(table, entry);
    }),
    candidates: table.names,
    candidateScales: Float64Array.from(table.names, (_, i) => entryScale(table, i)),
  };
}

function ruleOf(source: RowSource | null): string | null {
  if (source === null) return null;
  return source.kind === 'entry' ? source.rule : t`by hand`;
}
