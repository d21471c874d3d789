import { rowHeight } from '../theme.js';
import type { Column } from './column.js';
import { ColumnPlaces } from './columnPlaces.js';
import type { CellBox } from './overlay.js';
import { visibleRows } from './scrollMap.js';
import { Viewport } from './viewport.js';

/** Rows kept ready above and below what is in sight. */
const SPARE_ROWS = 24;
/** The line under the header. */
const HEAD_BORDER = 2;
/** With less room under it than so many rows, what belongs to a cell stands above it. */
const ROOM_BELOW = 3;

/** Which rows are in sight, and where each cell is: all that has to do with pixels. */
export class GridWindow {
  readonly #viewport: Viewport;
  readonly #places: ColumnPlaces;
  readonly #columns: () => readonly Column[];
  #rowHeight = rowHeight();

  constructor(head: HTMLElement, columns: () => readonly Column[], onScroll: () => void) {
    this.#columns = columns;
    this.#viewport = new Viewport(onScroll);
    this.#places = new ColumnPlaces(head, this.#viewport.element, columns);
  }

  get element(): HTMLElement {
    return this.#viewport.element;
  }
  get content(): HTMLElement {
    return this.#viewport.content;
  }
  get width(): number {
    return this.element.clientWidth;
  }
  get top(): number {
    return this.#viewport.top;
  }
  get rowHeight(): number {
    return this.#rowHeight;
  }
  get headHeight(): number {
    return this.#rowHeight + HEAD_BORDER;
  }
  /** Where the rows begin, in pixels of the content. */
  get rowsTop(): number {
    return this.headHeight + this.#viewport.shift;
  }
  get firstRow(): number {
    return Math.ceil(this.top / this.#rowHeight);
  }
  /** How far Page Down goes: a row of the last page stays. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#room / this.#rowHeight) - 1);
  }

  /** Fonts may have changed. */
  restyle(): void {
    this.#rowHeight = rowHeight();
  }

  /** Makes room for so many rows. A position that there still is stays. */
  setRows(count: number): void {
    this.#viewport.setContent(this.headHeight + count * this.#rowHeight);
  }

  /** First and one past the last of the rows that have to be there. */
  visible(count: number): { first: number; end: number } {
    return visibleRows(this.top, this.#room, this.#rowHeight, count, SPARE_ROWS);
  }

  scrollTo(top: number): void {
    this.#viewport.scrollTo(top);
  }

  /** Scrolls as little as it takes to see a cell; a header cell is always as high as it can be. */
  reveal(row: number, column: number): void {
    // What was selected last may have opened or grown something beside the grid.
    this.#viewport.measure();
    const y = row * this.#rowHeight;
    if (row >= 0 && y < this.top) this.scrollTo(y);
    else if (y + this.#rowHeight > this.top + this.#room) this.scrollTo(y + this.#rowHeight - this.#room);
    this.#places.reveal(column);
  }

  boxOf(row: number, column: number): CellBox {
    const y = this.headHeight + row * this.#rowHeight;
    return {
      ...this.#places.boxOf(column),
      top: y + this.#viewport.shift,
      atEnd: this.#columns()[column]?.align === 'end',
      atBottom: row > 1 && y + ROOM_BELOW * this.#rowHeight > this.top + this.#viewport.height,
    };
  }

  /** The height that rows have. */
  get #room(): number {
    return this.#viewport.height - this.headHeight;
  }
}
