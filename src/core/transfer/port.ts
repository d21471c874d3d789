/** An old table's scales under the names of another TensorRT version: as a plan, to be looked at before it is written. */
import { alignTables, type Alignment, type Match } from '../diff/align/align.js';
import type { TableDocument, WritableFormat } from '../formats/format.js';
import { keyedBy } from '../formats/keyedBy.js';
import type { Network } from '../network/network.js';
import { planWithNetwork, unwritable, type Dropped, type Plan, type PlanRow, type SourceRule } from './plan.js';
import { PlanRows } from './planRows.js';
import { doubtOf, isDoubtful, tooDoubtful } from './sureness.js';
import { refusalOf, relationWarnings } from './strangers.js';
import type { CalibrationTable } from '../table/table.js';
import { t } from '../texts/translate.js';
import { word } from '../texts/words.js';

const RULES: Readonly<Record<Match['how'], SourceRule>> = {
  'same-name': 'same name',
  renumbered: 'renumbered',
  renamed: 'renamed',
};

/**
 * A plan with the names of another table, such as one that the new TensorRT calibrated from few images. An
 * entry without a sure partner is left without a source: nothing is filled in by itself.
 * @param alignment of the old table with the new one, for who has it already
 */
export function planFromTable(
  old: TableDocument,
  names: TableDocument,
  target: WritableFormat,
  alignment: Alignment = alignTables(old.table, names.table),
): Plan {
  const { table } = names;
  const { matches, removed, relation } = alignment;
  const first = distinct(table);
  const reasons = new Map(matches.map((match) => [match.newIndex, against(match, old.table, table, first, target)]));
  const byNew = new Map(
    matches.filter(({ newIndex }) => reasons.get(newIndex) === null).map((match) => [match.newIndex, match]),
  );
  return {
    target,
    needsEveryRow: false,
    rows: PlanRows.from(rowsOf(first, table, byNew)),
    dropped: [
      ...removed.map((index) => ({ name: old.table.names[index] ?? '', why: t`nothing in the new table fits it` })),
      ...matches.flatMap(({ oldIndex, newIndex }): Dropped[] => {
        const why = reasons.get(newIndex) ?? null;
        return why === null ? [] : [{ name: old.table.names[oldIndex] ?? '', why }];
      }),
    ],
    refusal: refusalOf(relation),
    warnings: [...relationWarnings(relation), ...keyWarnings(old, names)],
  };
}

/** A plan with the names that TensorRT's parser gives the tensors of a network. */
export function planFromNetwork(old: TableDocument, network: Network, target: WritableFormat): Plan {
  return planWithNetwork(old, target, network);
}

/** Why the number of a pair can't stand in the new table under its new name, or null. */
function against(
  match: Match,
  old: CalibrationTable,
  names: CalibrationTable,
  first: ReadonlySet<number>,
  target: WritableFormat,
): string | null {
  const name = names.names[match.newIndex] ?? '';
  if (isDoubtful(match)) return tooDoubtful(name, match);
  if (!first.has(match.newIndex)) return t`a second entry of its name in the new table`;
  return unwritable(old, match.oldIndex, target) ?? target.nameProblem(name);
}

/** Indices of the entries with a name that none before them has. */
function distinct({ names }: CalibrationTable): Set<number> {
  const seen = new Set<string>();
  return new Set(
    [...names.keys()].filter((index) => {
      const name = names[index] ?? '';
      return !seen.has(name) && seen.add(name);
    }),
  );
}

/** A row for each of the new table's names. */
function* rowsOf(
  indices: Iterable<number>,
  { names }: CalibrationTable,
  matches: ReadonlyMap<number, Match>,
): Generator<PlanRow> {
  for (const index of indices) yield { name: names[index] ?? '', type: null, source: sourceOf(matches.get(index)) };
}

function sourceOf(match: Match | undefined): PlanRow['source'] {
  return match ? { kind: 'entry', entry: match.oldIndex, rule: RULES[match.how], doubt: doubtOf(match) } : null;
}

/** A name means one thing in a table by layer and another in a table by tensor. */
function keyWarnings(old: TableDocument, names: TableDocument): string[] {
  const from = { ...old.format, keyedBy: keyedBy(old) };
  const to = { ...names.format, keyedBy: keyedBy(names) };
  return [
    ...(from.ofInputs
      ? [
          t`The old table (${from.label}) keeps the scale of each layer's input; the new one means what the layer writes. Port with the network instead.`,
        ]
      : []),
    ...(from.keyedBy === to.keyedBy || from.ofInputs
      ? []
      : [
          t`The old table (${from.label}) names ${word(from.keyedBy)}s and the new one (${to.label}) ${word(to.keyedBy)}s: with in-place layers an equal name can mean another tensor. Port with the network instead.`,
        ]),
    ...(to.keyedBy === 'tensor'
      ? []
      : [t`The new names are those of layers (${to.label}): TensorRT asks for names of tensors.`]),
  ];
}
