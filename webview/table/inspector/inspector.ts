import { button } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { Fold } from '../../shared/fold.js';
import { nameAt, typeAt, type TableModel } from '../model.js';
import type { InspectorState } from '../viewState.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

export interface InspectorEvents {
  readonly onClose: () => void;
  /** Another section was folded or unfolded. */
  readonly onFolded: (folded: readonly string[]) => void;
}

/** Beside the rows, or below them where there is no room: the selected entry taken apart, section by section. */
export class Inspector {
  readonly #sections: readonly Section[];
  readonly #folds: readonly Fold[];
  readonly #name = el('h2', { class: 'inspector-name' });
  readonly #none = el('p', { class: 'muted inspector-line' }, t`Select an entry to see what its number is made of.`);
  readonly element: HTMLElement;
  readonly #folded: Set<string>;
  readonly #events: InspectorEvents;

  constructor(sections: readonly Section[], state: InspectorState, events: InspectorEvents) {
    this.#sections = sections;
    this.#events = events;
    this.#folded = new Set(state.folded);
    this.#folds = sections.map(
      ({ id }) =>
        new Fold({ id: `inspect-${id}`, open: !this.#folded.has(id), onToggle: (open) => this.#onToggle(id, open) }),
    );
    this.element = el(
      'aside',
      { id: 'inspector', class: 'inspector', 'aria-label': t`Inspector`, tabindex: 0 },
      el(
        'div',
        { class: 'inspector-head' },
        this.#name,
        button({
          id: 'close-inspector',
          label: t`Close Inspector`,
          icon: 'close',
          compact: true,
          onClick: events.onClose,
        }),
      ),
      this.#none,
      ...this.#folds.map(({ element }) => element),
    );
  }

  /** Shows an entry, or says that none is selected. */
  update(model: TableModel, entry: number | null, selected: Uint32Array, isOpen: boolean): void {
    toggle(this.element, isOpen);
    if (!isOpen) return;
    toggle(this.#none, entry === null);
    const type = entry === null ? '' : typeAt(model, entry);
    fill(
      this.#name,
      entry === null ? t`Inspector` : nameAt(model, entry),
      type !== '' && el('span', { class: 'muted' }, ` ${type}`),
    );
    this.#sections.forEach((section, at) => {
      const fold = this.#folds[at];
      if (!fold) return;
      const content = entry === null ? null : section.draw(model, entry, selected);
      toggle(fold.element, content !== null);
      if (content) fold.update([section.title], () => content);
    });
  }

  #onToggle(id: string, open: boolean): void {
    if (this.#folded.has(id) === !open) return;
    if (open) this.#folded.delete(id);
    else this.#folded.add(id);
    this.#events.onFolded([...this.#folded]);
  }
}
