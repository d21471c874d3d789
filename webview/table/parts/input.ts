/** What is typed into a cell, and the edit that it means. */
import { parseInput, type InputKind } from '../../../src/core/table/input.js';
import { storedFromRange, storedFromScale } from '../../../src/core/table/quantization.js';
import type { CellEdit, CellInput } from '../../shared/grid/column.js';
import { fewestDigits, fullNumber } from '../../shared/text/numbers.js';
import { hexAt, nameAt, scaleAt, type TableModel } from '../model.js';

export type EditableColumn = 'name' | InputKind;

/** How a column of a table is edited; undefined where nothing can be. */
export function editOf(model: TableModel, column: EditableColumn): CellEdit | undefined {
  if (model.message.readOnly) return undefined;
  return {
    start: (entry) => textOf(model, entry, column),
    read: (entry, text) => readCell(model, entry, column, text),
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
  const result = parseInput(text, column, model.table.quantity);
  return 'problem' in result ? result : { edit: { kind: 'set', index, value: result.value } };
}

/** Why a name will not do for the entry `self` (or a new one). */
export function nameProblem(names: readonly string[], name: string, self = -1): string | null {
  if (name.trim() === '') return 'Type a name.';
  const first = names.indexOf(name);
  const other = first === self ? names.indexOf(name, first + 1) : first;
  return other === -1 ? null : `Entry ${other + 1} has this name already.`;
}

function isSameStored(
  { message, table }: TableModel,
  entry: number,
  column: EditableColumn,
  candidate: number,
): boolean {
  const stored =
    column === 'range' ? storedFromRange(candidate, table.quantity) : storedFromScale(candidate, table.quantity);
  const value = table.values[entry] ?? NaN;
  return message.format.storage === 'float32' ? Math.fround(stored) === Math.fround(value) : stored === value;
}
