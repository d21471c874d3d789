/** Another table's values taken into a table, as edits: what changed, what is new, or chosen tensors. */
import { alignTables, type Match } from './diff/align.js';
import type { Edit, TableDocument } from './formats/format.js';
import { storedFromScale } from './quantization.js';
import { entryBits, entryScale, type CalibrationTable } from './table.js';

/** What to take from the other table: all changed values, all new entries, or entries by name (of either table). */
export interface Take {
  readonly changed: boolean;
  readonly added: boolean;
  readonly names: ReadonlySet<string>;
}

export interface Merge {
  /** To be made one after the other. */
  readonly edits: readonly Edit[];
  /** Names of the table whose values are replaced, and names that are added. */
  readonly replaced: readonly string[];
  readonly added: readonly string[];
  /** Wanted, but not taken: why. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

/** Pairs below this are too doubtful to take a value over. */
const DOUBTFUL = 0.5;

/** The edits that take values of `other` into a document; names stay the document's own. */
export function mergeEdits({ table }: TableDocument, other: CalibrationTable, take: Take): Merge {
  const { matches, added } = alignTables(table, other);
  const wanted = (match: Match): boolean => take.names.has(table.names[match.oldIndex] ?? '') || take.names.has(other.names[match.newIndex] ?? '');
  const different = matches.filter((match) => entryBits(table, match.oldIndex) !== entryBits(other, match.newIndex));
  const chosen = different.filter((match) => take.changed || wanted(match));
  const sure = chosen.filter(({ confidence, newIndex }) => confidence >= DOUBTFUL && isUsable(other, newIndex));
  const fresh = added.filter((index) => (take.added || take.names.has(other.names[index] ?? '')) && isUsable(other, index));
  const valueOf = (index: number): number =>
    table.quantity === other.quantity ? other.values[index] ?? NaN : storedFromScale(entryScale(other, index), table.quantity);
  return {
    edits: [
      ...sure.map(({ oldIndex, newIndex }): Edit => ({ kind: 'set', index: oldIndex, value: valueOf(newIndex) })),
      ...insertions(fresh, matches, table.names.length, (index) => ({ name: other.names[index] ?? '', value: valueOf(index) })),
    ],
    replaced: sure.map(({ oldIndex }) => table.names[oldIndex] ?? ''),
    added: fresh.map((index) => other.names[index] ?? ''),
    refused: [
      ...chosen.filter((match) => !sure.includes(match)).map((match) => ({ name: table.names[match.oldIndex] ?? '', why: refusal(match, other) })),
      ...unknownNames(take.names, table, other),
    ],
  };
}

/** Each new entry right after the entry that the one before it in its own table is paired with. */
function insertions(fresh: readonly number[], matches: readonly Match[], count: number, entryOf: (index: number) => { name: string; value: number }): Edit[] {
  const partner = new Map(matches.map(({ newIndex, oldIndex }) => [newIndex, oldIndex]));
  const place = (index: number): number => {
    for (let before = index - 1; before >= 0; before--) {
      const oldIndex = partner.get(before);
      if (oldIndex !== undefined) return oldIndex + 1;
    }
    return matches.length === 0 ? count : 0;
  };
  return fresh
    .map((index) => ({ at: place(index), ...entryOf(index) }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, name, value }, done): Edit => ({ kind: 'insert', index: at + done, name, value }));
}

function isUsable(table: CalibrationTable, index: number): boolean {
  return Number.isFinite(entryScale(table, index)) && entryScale(table, index) >= 0;
}

function refusal({ confidence, newIndex, evidence }: Match, other: CalibrationTable): string {
  return confidence < DOUBTFUL ? `its partner "${other.names[newIndex]}" is too doubtful (${evidence.join('; ')})` : 'the other table\'s scale is no usable number';
}

function unknownNames(names: ReadonlySet<string>, table: CalibrationTable, other: CalibrationTable): Merge['refused'] {
  const known = new Set([...table.names, ...other.names]);
  return [...names].filter((name) => !known.has(name)).map((name) => ({ name, why: 'neither table has an entry of this name' }));
}
