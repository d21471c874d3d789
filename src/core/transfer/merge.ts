/** Another table's values taken into a table, as edits: what changed, what is new, or chosen tensors. */
import { alignTables, type Alignment, type Match } from '../diff/align/align.js';
import type { Edit, TableDocument, WritableFormat } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import type { Quantity } from '../table/quantization.js';
import { doubtOf } from './sureness.js';
import { refusalOf, relationWarnings } from './strangers.js';
import { endsFor, saysMore } from './ends.js';
import { entryEnds, type CalibrationTable, type EndPair } from '../table/table.js';
import {
  chosenEntries,
  chosenPairs,
  leftAsRounding,
  refusedOf,
  storedValue,
  usable,
  type Refused,
  type Take,
} from './wanted.js';
import { t } from '../texts/translate.js';

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
      ...roundingWarning(leftAsRounding(table, other, matches, take)),
    ],
  };
}

/** The number of an entry, and the ends of its range where both tables keep them. */
export function numbersOf(
  table: CalibrationTable,
  index: number,
  quantity: Quantity,
  target: Pick<WritableFormat, 'keepsEnds'>,
): { readonly value: number; readonly ends?: EndPair } {
  const value = storedValue(table, index, quantity);
  const ends = endsFor(target, value, entryEnds(table, index));
  return ends === null ? { value } : { value, ends };
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
      if (!own.has(name)) return [{ name, why: t`neither table has an entry of this name` }];
      return alone.has(name) ? [{ name, why: t`nothing in the other table fits it` }] : [];
    });
}

function roundingWarning(count: number): string[] {
  if (count === 0) return [];
  const subject = count === 1 ? t`One value differs` : t`${count} values differ`;
  const rest = count === 1 ? t`stays: to take it, name it` : t`stay: to take them, name them`;
  return [t`${subject} by no more than rounding and ${rest}.`];
}

/** Where a number is the larger end of a range, another one without ends makes the range symmetric. */
function endsWarning({ table }: TableDocument, other: CalibrationTable, taken: readonly Match[]): string[] {
  if (formatById(table.format).keepsEnds !== 'as-number') return [];
  const count = taken.filter(
    ({ oldIndex, newIndex }) =>
      saysMore(table.values[oldIndex] ?? NaN, entryEnds(table, oldIndex)) && entryEnds(other, newIndex) === null,
  ).length;
  const ranges = count === 1 ? t`A range becomes` : t`${count} ranges become`;
  return count === 0 ? [] : [t`${ranges} symmetric: the other table has no lowest and highest values.`];
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
