/** What it means to paste whole rows: they go by their names. Pure: the DOM comes later. */
import type { Edit } from '../../../src/core/formats/format.js';
import { parseInput, type InputKind } from '../../../src/core/table/input.js';
import type { Column, ManyInput } from '../../shared/grid/column.js';
import { nameAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** In which of the clipboard's columns what stands. */
interface Layout {
  readonly name: number;
  readonly number: number;
  readonly kind: InputKind;
}

/** The columns that say a row's number, the most exact first. */
const NUMBERS: readonly InputKind[] = ['hex', 'scale', 'range'];
/** What the column of names is called. */
const NAMES: readonly string[] = [t`Tensor`, t`Layer`];

/** Where names and numbers stand on a clipboard whose first line is a header as rows are copied with; null for any other. */
export function layoutOf(columns: readonly Column[], [header = []]: readonly (readonly string[])[]): Layout | null {
  const place = (id: string): number => header.indexOf(columns.find((column) => column.id === id)?.label ?? '');
  // The other kind of table calls it otherwise.
  const name = header.findIndex((label) => NAMES.includes(label));
  const kind = NUMBERS.find((id) => place(id) >= 0);
  return name < 0 || !kind ? null : { name, number: place(kind), kind };
}

/**
 * Rows by their names: an entry that has the name gets the number, a name that no entry has becomes one below `after`.
 * @param rows without their header
 */
export function pasteRowsEdits(
  model: TableModel,
  rows: readonly (readonly string[])[],
  layout: Layout,
  after: number,
): ManyInput {
  const owners = new Map<string, number>();
  model.table.names.forEach((_, index) => {
    if (!owners.has(nameAt(model, index))) owners.set(nameAt(model, index), index);
  });
  const numbers = new Map<number, number>();
  const added = new Map<string, number>();
  for (const row of rows) {
    const [name, text] = [row[layout.name] ?? '', row[layout.number] ?? ''];
    if (name.trim() === '') return { problem: t`A row on the clipboard has no name.` };
    const result = parseInput(text, layout.kind, model.table.quantity);
    const index = owners.get(name);
    if ('problem' in result) return { problem: t`"${name}" with "${text}": ${result.problem}`, entry: index };
    if (index === undefined) added.set(name, result.value);
    else numbers.set(index, result.value);
  }
  return { edits: [...changes(model, numbers), ...insertions(added, after + 1)] };
}

function changes({ table }: TableModel, numbers: ReadonlyMap<number, number>): Edit[] {
  return [...numbers]
    .filter(([index, value]) => !Object.is(table.values[index], value))
    .sort(([a], [b]) => a - b)
    .map(([index, value]) => ({ kind: 'set', index, value }));
}

function insertions(added: ReadonlyMap<string, number>, from: number): Edit[] {
  return [...added].map(([name, value], at) => ({ kind: 'insert', index: from + at, name, value }));
}
