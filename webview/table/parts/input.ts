/** What is typed into a cell, and the edit that it means. */
import { parseArithmetic } from '../../../src/core/table/arithmetic.js';
import { parseInput, storedProblem, type InputKind } from '../../../src/core/table/input.js';
import { twinProblem } from '../../../src/core/edits/renames.js';
import type { Edit } from '../../../src/core/formats/format.js';
import { storedFromRange, storedFromScale } from '../../../src/core/table/quantization.js';
import type { CellEdit, CellInput, ManyInput } from '../../shared/grid/column.js';
import { fewestDigits, fullNumber } from '../../shared/text/numbers.js';
import { largestInGroups } from '../groups/largestInGroups.js';
import { hexAt, nameAt, scaleAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

export type EditableColumn = 'name' | InputKind;

/** How a column of a table is edited; undefined where nothing can be. */
export function editOf(model: TableModel, column: EditableColumn): CellEdit | undefined {
  if (model.message.readOnly) return undefined;
  return {
    start: (entry) => textOf(model, entry, column),
    read: (entry, text) => readCell(model, entry, column, text),
    readMany: (entries, text) => readCells(model, entries, column, text),
    readEach: (entries, texts) =>
      column === 'name' ? readNames(model, entries, texts) : readNumbers(model, entries, column, texts),
    part: column === 'name' ? 'name' : 'number',
  };
}

/** The text that editing starts with: the fewest digits that mean the number as the file stores it. */
export function textOf(model: TableModel, entry: number, column: EditableColumn): string {
  if (column === 'name') return nameAt(model, entry);
  if (column === 'hex') return hexAt(model, entry);
  const number = column === 'scale' ? scaleAt(model, entry) : (model.ranges[entry] ?? NaN);
  return Number.isFinite(number)
    ? fewestDigits(number, (candidate) => isSameStored(model, entry, column, candidate))
    : fullNumber(number);
}

/** Checks a text for a cell. The host checks again. */
export function readCell(model: TableModel, index: number, column: EditableColumn, text: string): CellInput {
  if (text === textOf(model, index, column)) return { unchanged: true };
  if (column === 'name') {
    const problem = nameProblem(model.table.names, text, index);
    return problem === null ? { edit: { kind: 'rename', index, name: text } } : { problem };
  }
  const result = readCells(model, Uint32Array.of(index), column, text);
  if ('problem' in result) return { problem: 'plain' in result ? result.plain : result.problem };
  const [edit] = result.edits;
  return edit ? { edit } : { unchanged: true };
}

/**
 * Checks a text for several cells: a number for all of them, or arithmetic on each. What one of them can't take is said with
 * its name, and none is changed; `plain` says it for a reader who sees the cell.
 */
export function readCells(
  model: TableModel,
  entries: Uint32Array,
  column: EditableColumn,
  text: string,
): ManyInput & { readonly plain?: string } {
  if (column === 'name') return { problem: t`A name goes into one entry: select a single one to rename it.` };
  const { quantity } = model.table;
  const arithmetic = column === 'hex' ? null : parseArithmetic(text);
  if (arithmetic && 'problem' in arithmetic) return withPlain(arithmetic.problem);
  const result = arithmetic ? null : parseInput(text, column, quantity);
  if (result && 'problem' in result) return withPlain(result.problem);
  const number = (entry: number): number => (column === 'range' ? (model.ranges[entry] ?? NaN) : scaleAt(model, entry));
  const sorted = Uint32Array.from(entries).sort();
  const change = arithmetic?.arithmetic(Float64Array.from(sorted, number), () =>
    largestInGroups(model, sorted, number),
  );
  const edits: Edit[] = [];
  for (const [at, index] of sorted.entries()) {
    const changed = change?.(number(index), at) ?? NaN;
    const value = result?.value ?? (column === 'range' ? storedFromRange : storedFromScale)(changed, quantity);
    const plain = result
      ? null
      : Number.isNaN(changed) && arithmetic?.nothing
        ? arithmetic.nothing
        : storedProblem(value, quantity);
    if (plain !== null)
      return { problem: t`Entry ${index + 1}, ${nameAt(model, index)}: ${plain}`, plain, entry: index };
    if (!Object.is(value, model.table.values[index])) edits.push({ kind: 'set', index, value });
  }
  return { edits };
}

/** Checks a number for each of several cells: what one of them can't take is said, and none is changed. */
export function readNumbers(
  { table }: TableModel,
  entries: Uint32Array,
  column: InputKind,
  texts: readonly string[],
): ManyInput {
  const edits: Edit[] = [];
  for (const [at, index] of entries.entries()) {
    const text = texts[at] ?? '';
    const result = parseInput(text, column, table.quantity);
    if ('problem' in result) return { problem: `"${text}": ${result.problem}`, entry: index };
    if (!Object.is(result.value, table.values[index])) edits.push({ kind: 'set', index, value: result.value });
  }
  return { edits };
}

/** Checks a name for each of several entries, which may change places. */
export function readNames({ table }: TableModel, entries: Uint32Array, names: readonly string[]): ManyInput {
  const blank = entries.findIndex((_, at) => (names[at] ?? '').trim() === '');
  if (blank >= 0) return { problem: t`An entry needs a name.`, entry: entries[blank] };
  const renamed = new Map(Array.from(entries, (index, at) => [index, names[at] ?? '']));
  const twin = twinProblem(table.names, renamed);
  if (twin) return { problem: `"${renamed.get(twin.index) ?? ''}": ${twin.problem}`, entry: twin.index };
  const changed = [...renamed].filter(([index, name]) => name !== table.names[index]);
  return { edits: changed.map(([index, name]) => ({ kind: 'rename', index, name })) };
}

function withPlain(problem: string): { readonly problem: string; readonly plain: string } {
  return { problem, plain: problem };
}

/** Why a name will not do for the entry `self` (or a new one). */
export function nameProblem(names: readonly string[], name: string, self = -1): string | null {
  if (name.trim() === '') return t`Type a name.`;
  const first = names.indexOf(name);
  const other = first === self ? names.indexOf(name, first + 1) : first;
  return other === -1 ? null : t`Entry ${other + 1} has this name already.`;
}

function isSameStored(
  { message, table }: TableModel,
  entry: number,
  column: EditableColumn,
  candidate: number,
): boolean {
  const stored =
    column === 'range' ? storedFromRange(candidate, table.quantity) : storedFromScale(candidate, table.quantity);
  return isStored({ message, table }, entry, stored);
}

/** Whether the file holds this number for an entry already: of a float32 the digits beyond are lost. */
export function isStored(
  { message, table }: Pick<TableModel, 'message' | 'table'>,
  entry: number,
  stored: number,
): boolean {
  const value = table.values[entry] ?? NaN;
  return message.format.storage === 'float32' ? Math.fround(stored) === Math.fround(value) : Object.is(stored, value);
}
