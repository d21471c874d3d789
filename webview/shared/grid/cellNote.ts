import { el } from '../dom.js';
import type { Overlay } from './overlay.js';

/** A sentence beside a cell: why something was not done there. */
export class CellNote {
  /** There from the start: a screen reader speaks only of changes in a region that it knows. */
  readonly #text = el('div', { id: 'cell-note', class: 'note-text', role: 'alert' });
  readonly #overlay: Overlay;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
    overlay.set(el('div', { class: 'cell-note' }, this.#text), 0, 0);
  }

  /** Shows a sentence at a cell; null takes the last one away. */
  show(text: string | null, row: number, column: number): void {
    if (text === null && this.#text.textContent === '') return;
    this.#text.textContent = text ?? '';
    this.#overlay.move(row, column);
  }

  /** Columns came or went. Without a sentence nothing is measured: this is part of showing the first rows. */
  follow(placeOf: (column: number) => number): void {
    if (this.#text.textContent !== '') this.#overlay.follow(placeOf);
  }

  place(): void {
    if (this.#text.textContent !== '') this.#overlay.place();
  }
}
