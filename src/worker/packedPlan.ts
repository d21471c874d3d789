/** A plan as it goes from thread to thread: names as one text, the rows' columns as they are. */
import { writableById } from '../core/formats/index.js';
import type { Dropped, Plan } from '../core/transfer/plan.js';
import { PlanRows, type PlanColumns } from '../core/transfer/planRows.js';
import { packNames, unpackNames, type PackedNames } from '../protocol/packedNames.js';
import { Distinct } from './distinct.js';

export interface PackedPlan extends Omit<Plan, 'target' | 'rows' | 'dropped'> {
  /** Id of the target's format. */
  readonly target: string;
  readonly names: readonly string[] | PackedNames;
  readonly columns: Omit<PlanColumns, 'names'>;
  readonly droppedNames: readonly string[] | PackedNames;
  readonly reasons: Uint32Array;
  readonly reasonList: readonly string[];
}

/** The plan for its way. Its buffers are handed over, so they are copies: the plan is still shown here. */
export function packPlan({ target, rows, dropped, ...rest }: Plan): PackedPlan {
  const reasons = new Distinct<string>(String);
  const { names, ...columns } = rows.columns;
  return {
    ...rest,
    target: target.id,
    names: packNames(names),
    columns: {
      ...columns,
      types: columns.types.slice(),
      entries: columns.entries.slice(),
      rules: columns.rules.slice(),
      doubts: columns.doubts.slice(),
    },
    droppedNames: packNames(dropped.map(({ name }) => name)),
    reasons: Uint32Array.from(dropped, ({ why }) => reasons.indexOf(why)),
    reasonList: reasons.all,
  };
}

/** The plan again. */
export function unpackPlan({ target, names, columns, refusal, warnings, needsEveryRow, ...packed }: PackedPlan): Plan {
  const dropped = unpackNames(packed.droppedNames).map((name, i): Dropped => ({
    name,
    why: packed.reasonList[packed.reasons[i] ?? 0] ?? '',
  }));
  return {
    target: writableById(target),
    rows: new PlanRows({ ...columns, names: unpackNames(names) }),
    dropped,
    warnings,
    needsEveryRow,
    ...(refusal !== undefined && { refusal }),
  };
}
