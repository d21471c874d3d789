import { el, fill, toggle } from '../../shared/dom.js';
import { t } from '../../../src/core/texts/translate.js';

export interface Option {
  readonly entry: number;
  readonly name: string;
  /** What else helps to choose it. */
  readonly hint: string;
}

/** The list under a combobox: options of which one is active. The focus stays in the text box. */
export class OptionList {
  readonly list = el('ul', {
    id: 'fix-source-list',
    class: 'source-list',
    role: 'listbox',
    'aria-label': t`Source entries`,
  });
  readonly #note = el('p', { class: 'muted source-note', role: 'status' });
  readonly element = el('div', { id: 'fix-source-popup', class: 'source-popup', hidden: true }, this.list, this.#note);
  #options: readonly Option[] = [];
  #active = -1;

  constructor(onChoose: (entry: number) => void) {
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
      if (item) onChoose(Number(item.dataset['entry']));
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The entry of the active option, or null. */
  get entry(): number | null {
    return this.isOpen ? (this.#options[this.#active]?.entry ?? null) : null;
  }

  /** The id of the active option, for the text box to point at. */
  get activeId(): string | null {
    return this.isOpen && this.#options[this.#active] ? optionId(this.#active) : null;
  }

  open(options: readonly Option[], note: string, active: number): void {
    this.#options = options;
    this.#note.textContent = note;
    fill(this.list, ...options.map((option, at) => drawOption(option, at)));
    toggle(this.element, true);
    this.#activate(Math.min(active, options.length - 1));
  }

  close(): void {
    toggle(this.element, false);
  }

  /** Moves the active option, over the ends to the other end. */
  move(step: 1 | -1): void {
    const { length } = this.#options;
    if (length === 0) return;
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#activate((from + step + length) % length);
  }

  #activate(active: number): void {
    this.list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = active;
    const item = this.list.children[active];
    item?.setAttribute('aria-selected', 'true');
    if (item) item.scrollIntoView({ block: 'nearest' });
    else this.list.scrollTop = 0;
  }
}

function drawOption({ entry, name, hint }: Option, at: number): HTMLElement {
  return el(
    'li',
    { id: optionId(at), role: 'option', 'aria-selected': 'false', 'data-entry': entry, title: name },
    el('span', { class: 'mono option-name' }, name),
    el('span', { class: 'muted option-hint' }, hint),
  );
}

function optionId(at: number): string {
  return `fix-source-option-${at}`;
}
