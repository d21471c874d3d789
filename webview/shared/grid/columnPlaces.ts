import type { Column } from './column.js';

/** Where the columns of a grid are, as its header has them. */
export class ColumnPlaces {
  readonly #head: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #columns: () => readonly Column[];

  constructor(head: HTMLElement, scroller: HTMLElement, columns: () => readonly Column[]) {
    this.#head = head;
    this.#scroller = scroller;
    this.#columns = columns;
  }

  /** Left edge and width in pixels of the grid's content. */
  boxOf(column: number): { readonly left: number; readonly width: number } {
    const cell = this.#headerCell(column);
    return { left: cell?.offsetLeft ?? 0, width: cell?.offsetWidth ?? 0 };
  }

  /** Scrolls sideways as little as it takes to see a column. */
  reveal(at: number): void {
    const columns = this.#columns();
    if (!this.#headerCell(at) || columns[at]?.frozen) return;
    const { left, width } = this.boxOf(at);
    const frozen = columns[0]?.frozen ? this.boxOf(0).width : 0;
    const right = left + width - this.#scroller.clientWidth;
    if (left - frozen < this.#scroller.scrollLeft) this.#scroller.scrollLeft = left - frozen;
    else if (right > this.#scroller.scrollLeft) this.#scroller.scrollLeft = right;
  }

  #headerCell(column: number): HTMLElement | undefined {
    return this.#head.firstElementChild?.children[column] as HTMLElement | undefined;
  }
}

/** So much wider than what stands in it a cell must be, besides its padding. */
const AIR = 4;

/** The width that the widest of some cells takes when nothing of it is cut. */
export function widestContent(cells: readonly HTMLElement[]): number {
  const clones = cells.map((cell) => {
    const clone = cell.cloneNode(true) as HTMLElement;
    clone.removeAttribute('id');
    clone.classList.add('grid-measured');
    return clone;
  });
  cells.forEach((cell, at) => cell.parentElement?.append(clones[at] ?? ''));
  const widths = clones.map(({ offsetWidth }) => offsetWidth);
  for (const clone of clones) clone.remove();
  return Math.max(0, ...widths) + AIR;
}
