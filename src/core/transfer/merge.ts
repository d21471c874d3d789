/** Another table's values taken into a table, as edits: what changed, what is new, or chosen tensors. */
import { alignTables, type Alignment, type Match } from '../diff/align/align.js';
import type { Edit, TableDocument, WritableFormat } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import { storedProblem } from '../table/input.js';
import { storedFromScale, type Quantity } from '../table/quantization.js';
import { doubtOf, isDoubtful, tooDoubtful } from './sureness.js';
import { refusalOf, relationWarnings } from './strangers.js';
import { endsFor, saysMore } from './ends.js';
import { entryBits, entryEnds, entryScale, type CalibrationTable, type EndPair } from '../table/table.js';

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

export interface Merge {
  /** To be made one after the other. */
  readonly edits: readonly Edit[];
  /** Names of the table whose values are replaced, and names that are added. */
  readonly replaced: readonly string[];
  readonly added: readonly string[];
  /** Wanted, but not taken: why. */
  readonly refused: readonly Refused[];
  /** Why nothing should be taken without asking: the tables are of different networks; null where they are not. */
  readonly refusal: string | null;
  /** Sentences on what was taken and could be wrong. */
  readonly warnings: readonly string[];
}

/** A value or an entry that was asked for: taken unless there is a reason against it. */
interface Candidate<T> {
  readonly of: T;
  readonly name: string;
  readonly why: string | null;
}

/**
 * The edits that take values of `other` into a document; names stay the document's own.
 * @param alignment of the document's table with the other one, for who has it already
 */
export function mergeEdits(
  document: TableDocument,
  other: CalibrationTable,
  take: Take,
  alignment: Alignment = alignTables(document.table, other),
): Merge {
  const { table } = document;
  const { matches, removed, added, relation } = alignment;
  const values = chosenPairs(table, other, matches, take);
  const entries = chosenEntries(document, other, added, take);
  const format = document.format;
  const taken = usable(values).sort((a, b) => a.oldIndex - b.oldIndex);
  const fresh = usable(entries);
  return {
    edits: [
      ...taken.map(({ oldIndex, newIndex }): Edit => ({
        kind: 'set',
        index: oldIndex,
        ...numbersOf(other, newIndex, table.quantity, format),
      })),
      ...insertions(fresh, document, other, matches),
    ],
    replaced: taken.map(({ oldIndex }) => table.names[oldIndex] ?? ''),
    added: fresh.map((index) => other.names[index] ?? ''),
    refused: [...refusedOf(values), ...refusedOf(entries), ...withoutSource(take.names, table, other, removed)],
    refusal: refusalOf(relation),
    warnings: [
      ...relationWarnings(relation),
      ...taken.flatMap((match) => warningOf(match, table, other)),
      ...endsWarning(document, other, taken),
    ],
  };
}

/** Pairs whose scales differ and that the user wants. */
function chosenPairs(
  table: CalibrationTable,
  other: CalibrationTable,
  matches: readonly Match[],
  take: Take,
): Candidate<Match>[] {
  const isWanted = ({ oldIndex, newIndex }: Match): boolean =>
    take.changed || take.names.has(table.names[oldIndex] ?? '') || take.names.has(other.names[newIndex] ?? '');
  const reason = (match: Match): string | null => {
    if (isDoubtful(match)) return tooDoubtful(other.names[match.newIndex] ?? '', match);
    return storedProblem(storedValue(other, match.newIndex, table.quantity), table.quantity);
  };
  return matches
    .filter((match) => entryBits(table, match.oldIndex) !== entryBits(other, match.newIndex) && isWanted(match))
    .map((of) => ({ of, name: table.names[of.oldIndex] ?? '', why: reason(of) }));
}

/** Entries that only the other table has and that the user wants. */
function chosenEntries(
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
    const twin = names.has(name) ? 'the table has an entry of this name, which seems to be another tensor' : null;
    const why =
      twin ?? document.format.nameProblem?.(name) ?? storedProblem(storedValue(other, of, quantity), quantity);
    if (why === null) names.add(name);
    return [{ of, name, why }];
  });
}

/** The number of an entry as a table of this quantity stores it. */
function storedValue(table: CalibrationTable, index: number, quantity: Quantity): number {
  return table.quantity === quantity
    ? (table.values[index] ?? NaN)
    : storedFromScale(entryScale(table, index), quantity);
}

/** The number of an entry, and the ends of its range where both tables keep them. */
function numbersOf(
  table: CalibrationTable,
  index: number,
  quantity: Quantity,
  target: Pick<WritableFormat, 'keepsEnds'>,
): { readonly value: number; readonly ends?: EndPair } {
  const value = storedValue(table, index, quantity);
  const ends = endsFor(target, value, entryEnds(table, index));
  return ends === null ? { value } : { value, ends };
}

function usable<T>(candidates: readonly Candidate<T>[]): T[] {
  return candidates.filter(({ why }) => why === null).map(({ of }) => of);
}

function refusedOf(candidates: readonly Candidate<unknown>[]): Refused[] {
  return candidates.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }]));
}

/** Names that were asked for and that no entry of the other table goes with. */
function withoutSource(
  names: ReadonlySet<string>,
  table: CalibrationTable,
  other: CalibrationTable,
  removed: readonly number[],
): Refused[] {
  const [own, others] = [new Set(table.names), new Set(other.names)];
  const alone = new Set(removed.map((index) => table.names[index] ?? ''));
  return [...names]
    .filter((name) => !others.has(name))
    .flatMap((name): Refused[] => {
      if (!own.has(name)) return [{ name, why: 'neither table has an entry of this name' }];
      return alone.has(name) ? [{ name, why: 'nothing in the other table fits it' }] : [];
    });
}

/** Where a number is the larger end of a range, another one without ends makes the range symmetric. */
function endsWarning({ table }: TableDocument, other: CalibrationTable, taken: readonly Match[]): string[] {
  if (formatById(table.format).keepsEnds !== 'as-number') return [];
  const count = taken.filter(
    ({ oldIndex, newIndex }) =>
      saysMore(table.values[oldIndex] ?? NaN, entryEnds(table, oldIndex)) && entryEnds(other, newIndex) === null,
  ).length;
  const ranges = count === 1 ? 'A range becomes' : `${count} ranges become`;
  return count === 0 ? [] : [`${ranges} symmetric: the other table has no lowest and highest values.`];
}

function warningOf(match: Match, table: CalibrationTable, other: CalibrationTable): string[] {
  const doubt = doubtOf(match);
  return doubt === null
    ? []
    : [`${table.names[match.oldIndex] ?? ''}: from "${other.names[match.newIndex] ?? ''}", ${doubt}`];
}

function insertions(
  fresh: readonly number[],
  document: TableDocument,
  other: CalibrationTable,
  matches: readonly Match[],
): Edit[] {
  const { table } = document;
  const format = document.format;
  const places = placesOf(matches, table.names.length, other.names.length);
  return fresh
    .map((index) => ({ index, at: places[index] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ index, at }, done): Edit => ({
      kind: 'insert',
      index: at + done,
      name: other.names[index] ?? '',
      ...numbersOf(other, index, table.quantity, format),
    }));
}

/** For each entry of the other table its place in this one: right after the partner of the nearest paired entry before it. */
function placesOf(matches: readonly Match[], count: number, otherCount: number): Uint32Array {
  const partner = new Map(matches.map(({ newIndex, oldIndex }) => [newIndex, oldIndex]));
  const places = new Uint32Array(otherCount);
  let place = matches.length === 0 ? count : 0;
  for (let index = 0; index < otherCount; index++) {
    const own = partner.get(index);
    if (own !== undefined) place = own + 1;
    places[index] = place;
  }
  return places;
}
