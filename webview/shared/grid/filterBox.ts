import { focusAll, setInvalid, setPressed, textField, toggleButton, type TextField } from '../controls.js';
import { el } from '../dom.js';
import type { FilterText } from './filter.js';

/** A filter box with toggles for case and regular expressions; what is wrong with an expression stands under it. */
export class FilterBox {
  readonly #field: TextField;
  readonly #case = toggleButton({
    id: 'filter-case',
    label: 'Match Case',
    compact: 'Aa',
    onToggle: (caseSensitive) => this.#change({ caseSensitive }),
  });
  readonly #regex = toggleButton({
    id: 'filter-regex',
    label: 'Use Regular Expression',
    compact: '.*',
    onToggle: (regex) => this.#change({ regex }),
  });
  readonly #problem = el('div', { id: 'filter-problem', class: 'filter-problem', role: 'alert' });
  readonly element: HTMLElement;
  #filter: FilterText;
  readonly #onChange: (filter: FilterText) => void;

  constructor(filter: FilterText, placeholder: string, onChange: (filter: FilterText) => void, onLeave: () => void) {
    this.#filter = filter;
    this.#onChange = onChange;

    this.#field = textField({ id: 'filter', label: 'Filter', placeholder, onInput: (text) => this.#change({ text }) });
    for (const toggle of [this.#case, this.#regex]) toggle.setAttribute('slot', 'end');
    this.#field.append(this.#case, this.#regex);
    this.#field.addEventListener('keydown', (event) => {
      const isEmpty = this.#filter.text === '';
      if (event.key === 'Escape' && !isEmpty) this.set({ ...this.#filter, text: '' });
      // A second Escape leaves the box.
      if (event.key !== 'ArrowDown' && !(event.key === 'Escape' && isEmpty)) return;
      event.preventDefault();
      onLeave();
    });
    this.element = el('div', { class: 'filter-box' }, this.#field, this.#problem);
    this.#show();
  }

  focus(): void {
    focusAll(this.#field);
  }

  /** Sets the filter as if it had been typed. */
  set(filter: FilterText): void {
    this.#change(filter);
    this.#show();
  }

  setProblem(problem: string | null): void {
    setInvalid(this.#field, problem !== null);
    this.#problem.textContent = problem ?? '';
  }

  #change(part: Partial<FilterText>): void {
    this.#filter = { ...this.#filter, ...part };
    this.#onChange(this.#filter);
  }

  #show(): void {
    this.#field.value = this.#filter.text;
    setPressed(this.#case, this.#filter.caseSensitive);
    setPressed(this.#regex, this.#filter.regex);
  }
}
