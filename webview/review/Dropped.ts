import type { CopyMessage, ReviewMessage } from '../../src/protocol.js';
import { button } from '../shared/controls.js';
import { el, fill, toggle } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { counted } from '../shared/numbers.js';
import { toTsv } from '../shared/tsv.js';

/** So many are listed; all can be copied. */
const MOST_LISTED = 500;

/** The entries of the source that have no place in the new file, each with the reason. Opens on demand. */
export class Dropped {
  readonly #title = el('span', {});
  readonly #list = el('ul', { class: 'dropped-list', tabindex: 0, 'aria-label': 'Dropped entries' });
  readonly #more = el('p', { class: 'muted dropped-more' });
  readonly element = el('details', { id: 'dropped', class: 'dropped', hidden: true },
    el('summary', { id: 'dropped-summary' }, icon('chevron'), this.#title), this.#list, this.#more,
    button({ id: 'copy-dropped', label: 'Copy List', icon: 'copy', onClick: () => this.#copy() }));
  #dropped: ReviewMessage['dropped'] = [];

  constructor(private readonly post: (message: CopyMessage) => void) {
    this.element.addEventListener('toggle', () => this.#draw());
  }

  update({ dropped }: ReviewMessage): void {
    this.#dropped = dropped;
    this.#title.textContent = counted(dropped.length, 'dropped entry', 'dropped entries');
    toggle(this.element, dropped.length > 0);
    this.#draw();
  }

  /** What is closed costs nothing. */
  #draw(): void {
    const listed = this.element.open ? this.#dropped.slice(0, MOST_LISTED) : [];
    fill(this.#list, ...listed.map(({ name, why }) => el('li', {}, el('span', { class: 'mono' }, name), el('span', { class: 'muted' }, why))));
    const rest = this.#dropped.length - MOST_LISTED;
    this.#more.textContent = rest > 0 ? `${counted(rest, 'more entry', 'more entries')}: copy the list to see them all.` : '';
  }

  #copy(): void {
    const text = toTsv(['Name', 'Reason'], this.#dropped.map(({ name, why }) => [name, why]));
    this.post({ type: 'copy', text, what: counted(this.#dropped.length, 'dropped entry', 'dropped entries') });
  }
}
