/** An old table's scales under the names of another TensorRT version: as a plan, to be looked at before it is written. */
import { alignTables, type Match } from './diff/align.js';
import type { TableDocument, WritableFormat } from './formats/format.js';
import { planWithNetwork, type Plan, type PlanRow, type SourceRule } from './plan.js';
import type { Network } from './network/network.js';
import type { CalibrationTable } from './table.js';

/** Pairs below this are no source; between this and {@link SURE} they are one, with doubt. */
const DOUBTFUL = 0.5;
const SURE = 0.8;

const RULES: Readonly<Record<Match['how'], SourceRule>> = { 'same-name': 'same name', renumbered: 'renumbered', renamed: 'renamed' };

/**
 * A plan with the names of another table, such as one that the new TensorRT calibrated from few images. An
 * entry without a sure partner is left without a source: nothing is filled in by itself.
 */
export function planFromTable(old: TableDocument, names: CalibrationTable, target: WritableFormat): Plan {
  const { matches, removed, related } = alignTables(old.table, names);
  const byNew = new Map(matches.map((match) => [match.newIndex, match]));
  const rows = names.names.map((name, index): PlanRow => ({ name, type: null, source: sourceOf(byNew.get(index)) }));
  const doubtful = matches.filter(({ confidence }) => confidence < DOUBTFUL);
  return {
    target, rows, needsEveryRow: false,
    dropped: [
      ...removed.map((index) => ({ name: old.table.names[index] ?? '', why: 'nothing in the new table fits it' })),
      ...doubtful.map(({ oldIndex, evidence }) => ({ name: old.table.names[oldIndex] ?? '', why: `its partner is too doubtful (${evidence.join('; ')})` })),
    ],
    warnings: related ? [] : ['These tables seem to be of different networks: too few entries fit each other.'],
  };
}

/** A plan with the names that TensorRT's parser gives the tensors of a network. */
export function planFromNetwork(old: TableDocument, network: Network, target: WritableFormat): Plan {
  return planWithNetwork(old, target, network);
}

function sourceOf(match: Match | undefined): PlanRow['source'] {
  if (!match || match.confidence < DOUBTFUL) return null;
  const doubt = match.confidence < SURE ? `${Math.round(match.confidence * 100)} % sure: ${match.evidence.join('; ')}` : null;
  return { kind: 'entry', entry: match.oldIndex, rule: RULES[match.how], doubt };
}
