import { caretOf, focusAll, setCaret, setInvalid, setPressed, textField, toggleButton } from '../controls.js';
import { el, setTooltip } from '../dom.js';
import type { Completion, Completions } from './complete.js';
import type { FilterText } from './filterText.js';
import { toggledTerm } from './parse.js';
import { Suggestions } from './suggestions.js';
import { t } from '../../../src/core/texts/translate.js';

export interface FilterBoxEvents {
  readonly onChange: (filter: FilterText) => void;
  /** The user goes on from the filter box to the rows. */
  readonly onLeave: () => void;
  readonly complete: (text: string, caret: number, always: boolean) => Completions;
}

const HINT = t`Words that must occur, and terms such as range>50, scale<1e-4, type:conv or is:zero\n-word: without it · "two words": together · Ctrl+Space: what can be asked`;

/** A filter box for words and terms, completing terms as one types; what is wrong with the text stands under it. */
export class FilterBox {
  readonly #field = textField({
    id: 'filter',
    label: t`Filter`,
    onInput: (text) => {
      this.#change({ text });
      this.#suggest(false);
    },
  });
  readonly #case = toggleButton({
    id: 'filter-case',
    label: t`Match Case`,
    compact: 'Aa',
    onToggle: (caseSensitive) => this.#change({ caseSensitive }),
  });
  readonly #regex = toggleButton({
    id: 'filter-regex',
    label: t`Use Regular Expression`,
    compact: '.*',
    onToggle: (regex) => this.#change({ regex }),
  });
  readonly #problem = el('div', { id: 'filter-problem', class: 'filter-problem', role: 'alert' });
  readonly #suggestions = new Suggestions((completion) => this.#accept(completion));
  readonly element: HTMLElement;
  #filter: FilterText;
  #offered: Completions | null = null;
  readonly #events: FilterBoxEvents;

  constructor(filter: FilterText, placeholder: string, events: FilterBoxEvents) {
    this.#filter = filter;
    this.#events = events;

    this.#field.placeholder = placeholder;
    setTooltip(this.#field, HINT);
    for (const toggle of [this.#case, this.#regex]) toggle.setAttribute('slot', 'end');
    this.#field.append(this.#case, this.#regex);
    this.#field.addEventListener('keydown', (event) => this.#onKey(event));
    this.#field.addEventListener('blur', () => this.#suggestions.close());
    this.element = el('div', { class: 'filter-box' }, this.#field, this.#problem, this.#suggestions.element);
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

  /** Asks for a value of a key, as a click on its count does; or no more, if that is asked for. Without a value, lets the user type one. */
  toggleTerm(key: string, value: string): void {
    if (value === '') return this.#begin(key);
    this.set({ ...this.#filter, text: toggledTerm(this.#filter.text, key, value) });
  }

  setProblem(problem: string | null): void {
    setInvalid(this.#field, problem !== null);
    this.#problem.textContent = problem ?? '';
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#suggestions.take(event)) return;
    if (event.key === ' ' && event.ctrlKey) this.#suggest(true);
    else if (event.key === 'Escape' && this.#filter.text !== '') this.set({ ...this.#filter, text: '' });
    // A second Escape leaves the box.
    else if (event.key === 'ArrowDown' || event.key === 'Escape') this.#events.onLeave();
    else return;
    event.preventDefault();
  }

  #begin(key: string): void {
    const { options } = this.#events.complete(key, key.length, true);
    const asked = options.find(({ insert }) => insert.slice(0, -1) === key)?.insert ?? key;
    const text = `${this.#filter.text} ${asked}`.trim();
    this.set({ ...this.#filter, text });
    this.#field.focus();
    setCaret(this.#field, text.length);
    this.#suggest(false);
  }

  #suggest(always: boolean): void {
    this.#offered = this.#events.complete(this.#field.value, caretOf(this.#field), always);
    this.#suggestions.show(this.#offered.options);
  }

  #accept({ insert }: Completion): void {
    const { start, end } = this.#offered ?? { start: 0, end: 0 };
    const text = this.#field.value;
    this.set({ ...this.#filter, text: text.slice(0, start) + insert + text.slice(end) });
    setCaret(this.#field, start + insert.length);
    this.#suggest(false);
  }

  #change(part: Partial<FilterText>): void {
    this.#filter = { ...this.#filter, ...part };
    this.#events.onChange(this.#filter);
  }

  #show(): void {
    this.#field.value = this.#filter.text;
    setPressed(this.#case, this.#filter.caseSensitive);
    setPressed(this.#regex, this.#filter.regex);
  }
}
