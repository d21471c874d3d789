import { counted } from '../../../src/core/render/counts.js';
import { el, fill, toggle } from '../dom.js';
import type { Completion } from './complete.js';
import { t } from '../../../src/core/texts/translate.js';

/** The list under a text box with what can be typed next. The focus stays in the box, which hands its keys to `take`. */
export class Suggestions {
  readonly #list = el('ul', {
    id: 'filter-suggestions',
    class: 'suggestions',
    role: 'listbox',
    'aria-label': t`Terms`,
  });
  readonly #said = el('div', { class: 'visually-hidden', role: 'status' });
  readonly element = el('div', {}, this.#list, this.#said);
  #options: readonly Completion[] = [];
  #active = -1;
  readonly #onAccept: (completion: Completion) => void;

  constructor(onAccept: (completion: Completion) => void) {
    this.#onAccept = onAccept;
    toggle(this.#list, false);
  }

  show(options: readonly Completion[]): void {
    this.#options = options;
    this.#active = -1;
    toggle(this.#list, options.length > 0);
    fill(this.#list, ...options.map((option) => this.#line(option)));
    // The box lies in a shadow tree, out of which it can point at no option: what is chosen is said instead.
    this.#said.textContent =
      options.length > 0 ? t`${counted(options.length, t`suggestion`, t`suggestions`)}, arrow down to choose` : '';
  }

  close(): void {
    this.show([]);
  }

  /** Whether a key of the box was meant for the list. */
  take(event: KeyboardEvent): boolean {
    if (this.#options.length === 0) return false;
    switch (event.key) {
      case 'ArrowDown':
        this.#move(1);
        break;
      case 'ArrowUp':
        this.#move(-1);
        break;
      case 'Escape':
        this.close();
        break;
      case 'Tab':
      case 'Enter': {
        const chosen = this.#options[Math.max(0, this.#active)];
        // Enter without a choice is done with the box; Tab takes the first, as in an editor.
        if (!chosen || event.shiftKey || (event.key === 'Enter' && this.#active < 0)) return false;
        this.#onAccept(chosen);
        break;
      }
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #move(step: 1 | -1): void {
    const count = this.#options.length;
    this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    [...this.#list.children].forEach((line, at) => {
      line.setAttribute('aria-selected', String(at === this.#active));
      if (at === this.#active) line.scrollIntoView({ block: 'nearest' });
    });
    const { label, hint } = this.#options[this.#active] ?? { label: '', hint: '' };
    this.#said.textContent = `${label}: ${hint}`;
  }

  #line(option: Completion): HTMLElement {
    const line = el(
      'li',
      { role: 'option', 'aria-selected': 'false' },
      el('span', { class: 'suggestion-label' }, option.label),
      el('span', { class: 'muted' }, option.hint),
    );
    // A click would first take the focus from the box.
    line.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.#onAccept(option);
    });
    return line;
  }
}
