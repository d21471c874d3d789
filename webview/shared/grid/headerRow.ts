import { el, fill, setAttributes } from '../dom.js';
import { icon } from '../icons.js';
import type { Sort } from './sort.js';
import { cellId } from './cellIds.js';
import type { Column } from './column.js';
import { HEADER_ROW } from './selection.js';

/** The row of column headers; a click on one is a wish to sort. */
export function headerRow(columns: readonly Column[], sort: Sort | null): HTMLElement {
  const cells = columns.map((column, at) => headerCell(column, at, sort));
  return el('div', { role: 'row', class: 'grid-row grid-header', 'aria-rowindex': 1 }, ...cells);
}

function headerCell({ id, label, hint, align, frozen }: Column, at: number, sort: Sort | null): HTMLElement {
  const direction = sort?.column !== id ? null : sort.descending ? 'descending' : 'ascending';
  const cell = el('div', {
    id: cellId(HEADER_ROW, at),
    role: 'columnheader',
    'aria-colindex': at + 1,
    'aria-sort': direction ?? 'none',
    title: hint,
    'data-column': id,
    class: cellClass('grid-cell', align, frozen),
  });
  const arrow = direction && icon(direction === 'ascending' ? 'up' : 'down');
  fill(cell, el('span', { class: 'grid-label' }, label), arrow, el('span', { class: 'grid-edge' }));
  return cell;
}

/** An empty row with a cell for each column. */
export function bodyRow(columns: readonly Column[]): HTMLElement {
  const row = el('div', { role: 'row', class: 'grid-row' });
  row.append(
    ...columns.map(({ id, align, frozen, edit }, at) => {
      const cell = el('div', {
        role: 'gridcell',
        'aria-colindex': at + 1,
        'data-column': id,
        class: cellClass('grid-cell', align, frozen),
      });
      setAttributes(cell, { 'aria-readonly': edit ? null : 'true' });
      return cell;
    }),
  );
  return row;
}

function cellClass(base: string, align: 'end' | undefined, frozen: boolean | undefined): string {
  return [base, align === 'end' && 'at-end', frozen && 'frozen'].filter(Boolean).join(' ');
}
