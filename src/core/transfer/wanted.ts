/** What of another table is wanted and can be taken, or why not. */
import type { Match } from '../diff/align/align.js';
import { scaleChange } from '../diff/diff.js';
import { roundingFloor } from '../diff/rounding.js';
import type { TableDocument } from '../formats/format.js';
import { storedProblem } from '../table/input.js';
import { storedFromScale, type Quantity } from '../table/quantization.js';
import { entryBits, entryScale, type CalibrationTable } from '../table/table.js';
import { isDoubtful, tooDoubtful } from './sureness.js';
import { t } from '../texts/translate.js';

/** What to take from the other table: all changed values, all new entries, or entries by name (of either table). */
export interface Take {
  readonly changed: boolean;
  readonly added: boolean;
  readonly names: ReadonlySet<string>;
}

export interface Refused {
  readonly name: string;
  readonly why: string;
}

/** A value or an entry that was asked for: taken unless there is a reason against it. */
export interface Candidate<T> {
  readonly of: T;
  readonly name: string;
  readonly why: string | null;
}

/** Pairs whose scales differ and that the user wants; those that are equal but for rounding only by name. */
export function chosenPairs(
  table: CalibrationTable,
  other: CalibrationTable,
  matches: readonly Match[],
  take: Take,
): Candidate<Match>[] {
  const isRounding = roundingTest(table, other, matches);
  const isWanted = (match: Match): boolean =>
    (take.changed && !isRounding(match)) ||
    take.names.has(table.names[match.oldIndex] ?? '') ||
    take.names.has(other.names[match.newIndex] ?? '');
  const reason = (match: Match): string | null => {
    if (isDoubtful(match)) return tooDoubtful(other.names[match.newIndex] ?? '', match);
    return storedProblem(storedValue(other, match.newIndex, table.quantity), table.quantity);
  };
  return matches
    .filter((match) => isOther(table, other, match) && isWanted(match))
    .map((of) => ({ of, name: table.names[of.oldIndex] ?? '', why: reason(of) }));
}

/** How many values stay because they differ by no more than rounding; what was asked for by name is not among them. */
export function leftAsRounding(
  table: CalibrationTable,
  other: CalibrationTable,
  matches: readonly Match[],
  { changed, names }: Take,
): number {
  if (!changed) return 0;
  const isRounding = roundingTest(table, other, matches);
  return matches.filter(
    (match) =>
      isOther(table, other, match) &&
      isRounding(match) &&
      !names.has(table.names[match.oldIndex] ?? '') &&
      !names.has(other.names[match.newIndex] ?? ''),
  ).length;
}

function isOther(table: CalibrationTable, other: CalibrationTable, { oldIndex, newIndex }: Match): boolean {
  return entryBits(table, oldIndex) !== entryBits(other, newIndex);
}

/** Whether a comparison of the two would call a pair the same. */
function roundingTest(
  table: CalibrationTable,
  other: CalibrationTable,
  matches: readonly Match[],
): (match: Match) => boolean {
  const ratio = (match: Match): number => scaleChange(match, table, other).log2Ratio;
  const floor = roundingFloor(matches.map(ratio));
  return (match) => Math.abs(ratio(match)) <= floor;
}

/** Entries that only the other table has and that the user wants. */
export function chosenEntries(
  document: TableDocument,
  other: CalibrationTable,
  added: readonly number[],
  take: Take,
): Candidate<number>[] {
  const { names: own, quantity } = document.table;
  const names = new Set(own);
  return added.flatMap((of) => {
    const name = other.names[of] ?? '';
    if (!take.added && !take.names.has(name)) return [];
    const twin = names.has(name) ? t`the table has an entry of this name, which seems to be another tensor` : null;
    const why =
      twin ?? document.format.nameProblem?.(name) ?? storedProblem(storedValue(other, of, quantity), quantity);
    if (why === null) names.add(name);
    return [{ of, name, why }];
  });
}

/** The number of an entry as a table of this quantity stores it. */
export function storedValue(table: CalibrationTable, index: number, quantity: Quantity): number {
  return table.quantity === quantity
    ? (table.values[index] ?? NaN)
    : storedFromScale(entryScale(table, index), quantity);
}

export function usable<T>(candidates: readonly Candidate<T>[]): T[] {
  return candidates.filter(({ why }) => why === null).map(({ of }) => of);
}

export function refusedOf(candidates: readonly Candidate<unknown>[]): Refused[] {
  return candidates.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }]));
}
