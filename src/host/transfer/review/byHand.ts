/** What a user mended in a plan, in a form that outlives a restart: by names, since rows and entries may be numbered otherwise then. */
import { withSources, type Plan, type RowSource, type SourceRule } from '../../../core/transfer/plan.js';
import type { CalibrationTable } from '../../../core/table/table.js';
import type { ByHand } from '../../../protocol/review.js';

/** The rows that were given another source, as they are now. */
export function byHandOf({ rows }: Plan, { names }: CalibrationTable, mended: ReadonlySet<number>): ByHand[] {
  return [...mended].flatMap((at): readonly ByHand[] => {
    const row = rows.at(at);
    if (!row) return [];
    const { source } = row;
    if (source?.kind !== 'entry') return [{ row: row.name, source: source && { scale: source.scale } }];
    const { entry, rule, doubt } = source;
    return [{ row: row.name, source: { entry: names[entry] ?? '', rule, doubt } }];
  });
}

export interface Remended {
  readonly plan: Plan;
  readonly mended: ReadonlySet<number>;
  /** Rows that can't be mended so any more: they, or their entries, are gone. */
  readonly lost: readonly string[];
}

/** A plan that was made again, mended as the one before it. */
export function mendAgain(plan: Plan, { names }: CalibrationTable, byHand: readonly ByHand[]): Remended {
  const rowOf = new Map(plan.rows.names.map((name, at) => [name, at]));
  const entryOf = new Map(names.map((name, entry) => [name, entry]));
  const sources = new Map<number, RowSource | null>();
  const lost: string[] = [];
  for (const { row, source } of byHand) {
    const at = rowOf.get(row);
    const again = sourceAgain(source, entryOf);
    if (at === undefined || again === undefined) lost.push(row);
    else sources.set(at, again);
  }
  return { plan: withSources(plan, sources), mended: new Set(sources.keys()), lost };
}

function sourceAgain(source: ByHand['source'], entryOf: ReadonlyMap<string, number>): RowSource | null | undefined {
  if (source === null) return null;
  if ('scale' in source) return { kind: 'scale', scale: source.scale };
  const entry = entryOf.get(source.entry);
  // The rule was one of ours when the view was given it; what it is now is only shown.
  return entry === undefined
    ? undefined
    : { kind: 'entry', entry, rule: source.rule as SourceRule, doubt: source.doubt };
}
