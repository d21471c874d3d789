import { el, setAttributes } from '../dom.js';
import { cellId } from './cellIds.js';
import { drawCell, type Column } from './column.js';
import { bodyRow } from './headerRow.js';
import { RowPool } from './rowPool.js';
import { columnSpan, isSelected, type Selection } from './selection.js';

/** Rows are placed relative to a row at a multiple of this, since a million of them exceed what a browser lays out. */
const PLACE_FROM = 1000;

/** The rows of a grid that exist at the moment: filled, placed, and painted as selected or not. */
export class GridBody {
  readonly element = el('div', { role: 'rowgroup', class: 'grid-body' });
  readonly #pool = new RowPool(this.element, () => bodyRow(this.#columns()));
  #rows: Uint32Array = new Uint32Array();
  #selection: Selection | null = null;
  /** The row that stands at the top of the element. */
  #base = 0;
  readonly #columns: () => readonly Column[];
  readonly #rowHeight: () => number;

  constructor(columns: () => readonly Column[], rowHeight: () => number) {
    this.#columns = columns;
    this.#rowHeight = rowHeight;
  }

  /** Makes a range of rows exist; `offset` is where row 0 would stand. */
  show({ first, end }: { first: number; end: number }, offset: number): void {
    const base = Math.floor(first / PLACE_FROM) * PLACE_FROM;
    const moved = base !== this.#base;
    this.#base = base;
    this.#pool.show(first, end, (element, row) => this.#draw(element, row));
    if (moved) this.place();
    this.element.style.top = `${offset + base * this.#rowHeight()}px`;
  }

  /** Shows other entries in the rows. */
  setRows(rows: Uint32Array, selection: Selection | null): void {
    this.#rows = rows;
    this.#selection = selection;
    this.#pool.forEach((element, row) => {
      if (row < rows.length) this.#draw(element, row);
    });
  }

  /** Throws away all row elements: they no longer fit the columns. */
  clear(): void {
    this.#pool.clear();
  }

  place(): void {
    this.#pool.forEach((element, row) => this.#place(element, row));
  }

  paint(selection: Selection | null): void {
    this.#selection = selection;
    this.#pool.forEach((element, row) => this.#paint(element, row));
  }

  has(row: number): boolean {
    return this.#pool.get(row) !== undefined;
  }

  #draw(element: HTMLElement, row: number): void {
    const entry = this.#rows[row] ?? 0;
    // The header is row 1.
    element.setAttribute('aria-rowindex', String(row + 2));
    element.dataset['row'] = String(row);
    element.dataset['entry'] = String(entry);
    this.#columns().forEach((column, at) => {
      const cell = element.children[at] as HTMLElement;
      cell.id = cellId(row, at);
      drawCell(cell, column, entry);
    });
    this.#place(element, row);
    this.#paint(element, row);
  }

  #place(element: HTMLElement, row: number): void {
    element.style.top = `${(row - this.#base) * this.#rowHeight()}px`;
  }

  #paint(element: HTMLElement, row: number): void {
    const selected = isSelected(this.#selection, row);
    element.setAttribute('aria-selected', String(selected));
    paintCells(element, selected && this.#selection?.fromColumn !== undefined ? this.#selection : null);
    paintActive(element, this.#selection?.active === row ? this.#selection.column : null);
  }
}

/** Marks the selected cells of a row; null where it is selected whole, or not. */
function paintCells(row: HTMLElement, selection: Selection | null): void {
  const columns = columnSpan(selection, row.children.length);
  row.classList.toggle('by-cells', columns !== null);
  [...row.children].forEach((cell, at) => {
    const selected = columns && at >= columns.first && at <= columns.last;
    setAttributes(cell, { 'aria-selected': selected ? 'true' : null });
  });
}

/** Marks the active cell of a row, if it has it. */
export function paintActive(row: Element, column: number | null): void {
  row.querySelector('.active-cell')?.classList.remove('active-cell');
  if (column !== null) row.children[column]?.classList.add('active-cell');
}
