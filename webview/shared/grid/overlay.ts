/** Where a cell is: in pixels of the grid's content. */
export interface CellBox {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  /** Numbers stand at the end of their cell. */
  readonly atEnd: boolean;
  /** There is no room under the cell. */
  readonly atBottom: boolean;
}

/** An element that lies over a cell and stays there, whatever is scrolled. */
export class Overlay {
  #cell: { readonly element: HTMLElement; readonly row: number; readonly column: number } | null = null;
  readonly #content: HTMLElement;
  readonly #boxOf: (row: number, column: number) => CellBox;

  constructor(content: HTMLElement, boxOf: (row: number, column: number) => CellBox) {
    this.#content = content;
    this.#boxOf = boxOf;
  }

  /** Lays an element over a cell in place of an earlier one; null takes that away. */
  set(element: HTMLElement | null, row: number, column: number): void {
    this.#cell?.element.remove();
    this.#cell = element && { element, row, column };
    if (!element) return;
    this.#content.append(element);
    this.place();
  }

  /** What it lies over now stands elsewhere. */
  move(row: number, column = this.#cell?.column ?? 0): void {
    if (this.#cell) this.#cell = { ...this.#cell, row, column };
    this.place();
  }

  /** The column that it lies in; null where it lies nowhere. */
  get column(): number | null {
    return this.#cell?.column ?? null;
  }

  /** Columns came, went or became wider. @param placeOf where a column stands now */
  follow(placeOf: (column: number) => number): void {
    if (this.#cell) this.move(this.#cell.row, placeOf(this.#cell.column));
  }

  place(): void {
    if (!this.#cell) return;
    const { element, row, column } = this.#cell;
    const { top, left, width, atEnd, atBottom } = this.#boxOf(row, column);
    // Asked before anything is written: the browser would lay out once more.
    const roomBehind = this.#content.clientWidth - left - width;
    element.style.top = `${top}px`;
    element.style.left = `${left}px`;
    element.style.width = `${width}px`;
    element.classList.toggle('at-end', atEnd);
    element.classList.toggle('at-bottom', atBottom);
    element.classList.toggle('opens-left', left > roomBehind);
  }
}
