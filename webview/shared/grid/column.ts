import { setTooltip } from '../dom.js';
/** A column of a grid. What it says about an entry is asked for when the entry comes into sight. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** Tooltip of the header. */
  readonly hint: string;
  /** Least and most width in characters; `rest` takes what the others leave. */
  readonly width: readonly [least: number, most: number | 'rest'];
  readonly align?: 'end';
  /** Stays in sight when the grid is scrolled sideways; only for the first column. */
  readonly frozen?: boolean;
  readonly editable?: boolean;
  readonly text: (entry: number) => string;
  readonly title?: (entry: number) => string;
  /** What is copied, where it is not the text. */
  readonly copy?: (entry: number) => string;
  /** Draws the cell itself, where text is not enough. */
  readonly draw?: (cell: HTMLElement, entry: number, text: string) => void;
}

/** `grid-template-columns` of a row. */
export function template(columns: readonly Column[]): string {
  return columns
    .map(({ width: [least, most] }) => `minmax(${least}ch, ${most === 'rest' ? '1fr' : `${most}ch`})`)
    .join(' ');
}

/** The width below which the grid scrolls sideways. */
export function leastWidth(columns: readonly Column[]): string {
  return `${columns.reduce((sum, { width: [least] }) => sum + least, 0)}ch`;
}

/** Whether rows made for one list of columns serve for another. */
export function haveSameCells(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every(({ id, editable }, at) => id === b[at]?.id && editable === b[at]?.editable);
}

/** Fills a cell; a tooltip that only repeats what is in sight is left out unless the text may be cut off. */
export function drawCell(cell: HTMLElement, column: Column, entry: number): void {
  const text = column.text(entry);
  if (column.draw) column.draw(cell, entry, text);
  else cell.textContent = text;
  setTooltip(cell, column.title?.(entry) ?? text);
}
