import { button } from '../../shared/controls.js';
import { el, toggle } from '../../shared/dom.js';
import type { TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** In place of a table without entries. */
export class EmptyPage {
  readonly #title = el('h1', {});
  readonly #hint = el('p', { class: 'page-hint' });
  readonly #actions: HTMLElement;
  readonly element: HTMLElement;

  constructor(onAdd: () => void) {
    const add = button({ id: 'add-first', label: t`Add Entry`, icon: 'add', look: 'primary', onClick: onAdd });
    this.#actions = el('div', { class: 'page-actions' }, add);
    this.element = el('section', { id: 'empty', class: 'page' }, this.#title, this.#hint, this.#actions);
  }

  /** What can't be edited gets no entries: what it has instead stands around this. */
  update({ message: { readOnly } }: TableModel): void {
    this.#title.textContent = readOnly ? t`No entries` : t`No entries yet`;
    this.#hint.textContent = readOnly
      ? t`Nothing in the file makes an entry of a calibration table. The findings above say why.`
      : t`The file is a calibration table without a single entry.`;
    toggle(this.#actions, !readOnly);
  }
}

/** In place of rows when a filter hides them all. */
export function noMatch(onShowAll: () => void): HTMLElement {
  return el(
    'div',
    { id: 'no-match', class: 'no-match' },
    el('span', {}, t`No entry passes the filter.`),
    button({ id: 'show-all', label: t`Show All`, look: 'secondary', onClick: onShowAll }),
  );
}
