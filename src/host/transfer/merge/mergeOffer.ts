/** What another table has to offer a document: edits that a user can take, all or some. */
import { alignTables, type Alignment, type Match } from '../../../core/diff/align/align.js';
import type { Edit, TableDocument } from '../../../core/formats/format.js';
import { mergeEdits } from '../../../core/transfer/merge.js';
import type { Refused } from '../../../core/transfer/wanted.js';
import { relationWarnings } from '../../../core/transfer/strangers.js';
import { doubtOf } from '../../../core/transfer/sureness.js';
import { entryScale, type CalibrationTable } from '../../../core/table/table.js';

/** One value that can be taken. */
export interface OfferedValue {
  readonly edit: Edit & { readonly kind: 'set' | 'insert' };
  readonly name: string;
  /** The scale that it replaces, or null for a new entry. */
  readonly before: number | null;
  readonly after: number;
  /** Name in the other table, where it is another one. */
  readonly from: string | null;
  /** Why the pair could be wrong, or null. */
  readonly doubt: string | null;
}

/** Values of one kind: those that can be taken, and those that differ and can't. */
export interface OfferedKind {
  readonly values: readonly OfferedValue[];
  readonly refused: readonly Refused[];
}

export interface Offer {
  readonly changed: OfferedKind;
  readonly added: OfferedKind;
  /** What the user should know of the two tables before anything is taken. */
  readonly warnings: readonly string[];
}

/**
 * All that a document could take from another table.
 * @param alignment of the document's table with the other one, for who has it already
 */
export function offerOf(
  document: TableDocument,
  other: CalibrationTable,
  alignment: Alignment = alignTables(document.table, other),
): Offer {
  const { table } = document;
  const { matches, relation } = alignment;
  const pairs = new Map(matches.map((match) => [match.oldIndex, match]));
  const scales = firstScales(other);
  const names: ReadonlySet<string> = new Set();
  const changed = mergeEdits(document, other, { changed: true, added: false, names }, alignment);
  const added = mergeEdits(document, other, { changed: false, added: true, names }, alignment);
  return {
    warnings: relationWarnings(relation),
    changed: {
      values: changed.edits.flatMap((edit) =>
        edit.kind === 'set' ? [changedValue(edit, table, other, pairs.get(edit.index))] : [],
      ),
      refused: changed.refused,
    },
    added: {
      values: added.edits.flatMap((edit) => (edit.kind === 'insert' ? [addedValue(edit, scales)] : [])),
      refused: added.refused,
    },
  };
}

/** The edits that take chosen values; a new entry's place does not count those that were left. */
export function editsOf({ changed, added }: Offer, chosen: ReadonlySet<OfferedValue>): Edit[] {
  const values = changed.values.filter((value) => chosen.has(value)).map(({ edit }) => edit);
  let left = 0;
  const entries = added.values.flatMap((value): Edit[] => {
    if (chosen.has(value)) return [{ ...value.edit, index: value.edit.index - left }];
    left++;
    return [];
  });
  return [...values, ...entries];
}

function changedValue(
  edit: Edit & { kind: 'set' },
  table: CalibrationTable,
  other: CalibrationTable,
  match: Match | undefined,
): OfferedValue {
  const name = table.names[edit.index] ?? '';
  const partner = other.names[match?.newIndex ?? -1] ?? name;
  return {
    edit,
    name,
    before: entryScale(table, edit.index),
    after: match ? entryScale(other, match.newIndex) : NaN,
    from: partner === name ? null : partner,
    doubt: match ? doubtOf(match) : null,
  };
}

function addedValue(edit: Edit & { kind: 'insert' }, scales: ReadonlyMap<string, number>): OfferedValue {
  return { edit, name: edit.name, before: null, after: scales.get(edit.name) ?? NaN, from: null, doubt: null };
}

/** Of entries of one name the first is the one that a table can take. */
function firstScales(table: CalibrationTable): Map<string, number> {
  const scales = new Map<string, number>();
  table.names.forEach((name, index) => {
    if (!scales.has(name)) scales.set(name, entryScale(table, index));
  });
  return scales;
}
