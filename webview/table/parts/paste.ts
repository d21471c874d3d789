/** What a paste, or a fill, means. Pure: the DOM comes later. */
import type { Edit } from '../../../src/core/formats/format.js';
import { counted } from '../../../src/core/render/counts.js';
import type { CellEdit, Column, ManyInput } from '../../shared/grid/column.js';
import { columnSpan, selectedRows, type Selection } from '../../shared/grid/selection.js';
import { t } from '../../../src/core/texts/translate.js';

/** What is in sight, and what of it is selected. */
export interface Target {
  readonly columns: readonly Column[];
  /** The entries of the view, from top to bottom. */
  readonly rows: Uint32Array;
  readonly selection: Selection;
}

/** Entries and columns that cells go into. */
interface Block {
  readonly entries: Uint32Array;
  readonly columns: readonly Column[];
}

/**
 * The edits that put cells of the clipboard into the selection: as often as they fit into it, or once from its first cell
 * on. All of them, or none and why.
 */
export function pasteEdits(target: Target, cells: readonly (readonly string[])[]): ManyInput {
  const height = cells.length;
  const width = cells.reduce((most, { length }) => Math.max(most, length), 0);
  if (width === 0) return { problem: t`There is no text on the clipboard.` };
  const block = blockFor(target, height, width);
  if ('problem' in block) return block;
  return editsOf(block, (row, column) => cells[row % height]?.[column % width] ?? '');
}

/** The edits that put the first selected row's numbers into the others; of a single row, those of the row above it. */
export function fillDownEdits(target: Target): ManyInput {
  const { rows, selection, columns } = target;
  const selected = selectedRows(selection);
  const [first = 0] = selected;
  const from = selected.length > 1 ? first : first - 1;
  const source = rows[from];
  if (source === undefined) return { problem: t`There is no row above to fill from.` };
  const span = columnSpan(selection, columns.length);
  const chosen = columns.slice(span?.first, (span?.last ?? 0) + 1);
  const numbers = chosen.filter(({ edit }) => edit?.part === 'number');
  const [column] = numbers;
  if (!column?.edit) return { problem: t`Only numbers can be filled down: select their cells.` };
  const { edit } = column;
  const entries = entriesOf(rows, selected.length > 1 ? selected.slice(1) : selected);
  return editsOf({ entries, columns: [column] }, () => edit.start(source));
}

function blockFor({ columns, rows, selection }: Target, height: number, width: number): Block | { problem: string } {
  const selected = selectedRows(selection);
  const [first = 0] = selected;
  const { column, fromColumn = column } = selection;
  const from = Math.min(column, fromColumn);
  const selectedWidth = Math.abs(column - fromColumn) + 1;
  const fits = selected.length % height === 0 && selectedWidth % width === 0;
  const entries = fits ? entriesOf(rows, selected) : rows.subarray(first, first + height);
  const into = columns.slice(from, from + (fits ? selectedWidth : width));
  if (!fits && entries.length < height)
    return {
      problem: t`The clipboard has ${counted(height, t`row`, t`rows`)}; from here on there are ${entries.length}.`,
    };
  if (!fits && into.length < width)
    return {
      problem: t`The clipboard has ${counted(width, t`column`, t`columns`)}; from here on there are ${into.length}.`,
    };
  const fixed = into.find(({ edit }) => !edit);
  return fixed ? { problem: t`"${fixed.label}" can't be changed: select cells that can.` } : { entries, columns: into };
}

function entriesOf(rows: Uint32Array, at: readonly number[]): Uint32Array {
  return Uint32Array.from(at, (row) => rows[row] ?? 0);
}

/** Scale, range and hex are one number: the first of them that is there says it. */
function editsOf({ entries, columns }: Block, text: (row: number, column: number) => string): ManyInput {
  const edits: Edit[] = [];
  for (const part of ['name', 'number'] satisfies CellEdit['part'][]) {
    const at = columns.findIndex(({ edit }) => edit?.part === part);
    const result = columns[at]?.edit?.readEach(
      entries,
      Array.from(entries, (_, row) => text(row, at)),
    );
    if (result && 'problem' in result) return result;
    edits.push(...(result?.edits ?? []));
  }
  return { edits };
}
