/** A plan as it goes from thread to thread: names as one text, rows as columns. */
import { writableById } from '../core/formats/index.js';
import type { Dropped, Plan, PlanRow, RowSource, SourceRule } from '../core/transfer/plan.js';
import { packNames, unpackNames, type PackedNames } from '../protocol/packedNames.js';
import { Distinct } from './distinct.js';

export interface PackedPlan extends Omit<Plan, 'target' | 'rows' | 'dropped'> {
  /** Id of the target's format. */
  readonly target: string;
  readonly names: readonly string[] | PackedNames;
  /** The entry that a row's number comes from; -1 for a scale that was given, -2 for none. */
  readonly entries: Int32Array;
  readonly scales: Float64Array;
  /** Indices in the lists. */
  readonly types: Uint32Array;
  readonly rules: Uint32Array;
  readonly doubts: Uint32Array;
  readonly typeList: readonly (string | null)[];
  readonly ruleList: readonly (SourceRule | null)[];
  readonly doubtList: readonly (string | null)[];
  readonly droppedNames: readonly string[] | PackedNames;
  readonly reasons: Uint32Array;
  readonly reasonList: readonly string[];
}

const [GIVEN, NONE] = [-1, -2];

/** The plan for its way. */
export function packPlan({ target, rows, dropped, ...rest }: Plan): PackedPlan {
  const types = new Distinct<string | null>(String);
  const rules = new Distinct<SourceRule | null>(String);
  const doubts = new Distinct<string | null>(String);
  const reasons = new Distinct<string>(String);
  const entryOf = ({ source }: PlanRow): number =>
    source === null ? NONE : source.kind === 'entry' ? source.entry : GIVEN;
  return {
    ...rest,
    target: target.id,
    names: packNames(rows.map(({ name }) => name)),
    entries: Int32Array.from(rows, entryOf),
    scales: Float64Array.from(rows, ({ source }) => (source?.kind === 'scale' ? source.scale : NaN)),
    types: Uint32Array.from(rows, ({ type }) => types.indexOf(type)),
    rules: Uint32Array.from(rows, ({ source }) => rules.indexOf(source?.kind === 'entry' ? source.rule : null)),
    doubts: Uint32Array.from(rows, ({ source }) => doubts.indexOf(source?.kind === 'entry' ? source.doubt : null)),
    typeList: types.all,
    ruleList: rules.all,
    doubtList: doubts.all,
    droppedNames: packNames(dropped.map(({ name }) => name)),
    reasons: Uint32Array.from(dropped, ({ why }) => reasons.indexOf(why)),
    reasonList: reasons.all,
  };
}

/** The plan again. */
export function unpackPlan(packed: PackedPlan): Plan {
  const { refusal, warnings, needsEveryRow } = packed;
  const dropped = unpackNames(packed.droppedNames).map((name, i): Dropped => ({
    name,
    why: packed.reasonList[packed.reasons[i] ?? 0] ?? '',
  }));
  return {
    target: writableById(packed.target),
    rows: unpackNames(packed.names).map((name, row) => ({
      name,
      type: packed.typeList[packed.types[row] ?? 0] ?? null,
      source: sourceOf(packed, row),
    })),
    dropped,
    warnings,
    needsEveryRow,
    ...(refusal !== undefined && { refusal }),
  };
}

function sourceOf({ entries, scales, rules, ruleList, doubts, doubtList }: PackedPlan, row: number): RowSource | null {
  const entry = entries[row] ?? NONE;
  if (entry === GIVEN) return { kind: 'scale', scale: scales[row] ?? NaN };
  const rule = ruleList[rules[row] ?? 0] ?? null;
  return entry < 0 || rule === null ? null : { kind: 'entry', entry, rule, doubt: doubtList[doubts[row] ?? 0] ?? null };
}
