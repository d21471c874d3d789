import { button, setPressed, toggleButton, type Button } from '../../shared/controls.js';
import { el, setLabel, setTooltip } from '../../shared/dom.js';
import { FilterBox, type FilterBoxEvents } from '../../shared/filter/filterBox.js';
import { grouped } from '../../../src/core/render/counts.js';
import type { ReviewModel } from '../model.js';
import { SHOWN, type Shown, type ViewState } from '../viewState.js';

export interface ToolbarEvents {
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly onCopy: () => void;
  /** The user goes on from the filter box to the rows. */
  readonly onLeave: () => void;
  readonly complete: FilterBoxEvents['complete'];
}

const TITLES: Readonly<Record<Shown, string>> = {
  all: 'All rows',
  warnings: 'Rows with a doubt or without a scale',
  missing: 'Rows without a scale',
  renamed: "Rows whose name differs from their source entry's",
};

/** Which rows of the plan are shown. */
export class Toolbar {
  readonly #filter: FilterBox;
  readonly #count = el('span', { id: 'count', class: 'count', 'aria-live': 'polite' });
  readonly #numbers = new Map(SHOWN.map((shown) => [shown, el('span', { class: 'toggle-count' })]));
  readonly #toggles: ReadonlyMap<Shown, Button>;
  readonly element: HTMLElement;
  #state: ViewState;
  readonly #events: ToolbarEvents;

  constructor(state: ViewState, events: ToolbarEvents) {
    this.#state = state;
    this.#events = events;

    this.#filter = new FilterBox(state.filter, 'Filter: names, type:conv, scale<1e-4…', {
      ...events,
      onChange: (filter) => events.onChange({ filter }),
    });
    this.#toggles = new Map(SHOWN.map((shown) => [shown, this.#toggle(shown)]));
    this.element = el(
      'div',
      { id: 'toolbar', class: 'toolbar', role: 'group', 'aria-label': 'Rows' },
      this.#filter.element,
      this.#count,
      el('span', { class: 'segmented', role: 'group', 'aria-label': 'Shown rows' }, ...this.#toggles.values()),
      el('span', { class: 'spacer' }),
      button({ id: 'copy-rows', label: 'Copy Rows', icon: 'copy', collapsible: true, onClick: events.onCopy }),
    );
  }

  update({ counts }: ReviewModel): void {
    for (const shown of SHOWN) {
      const number = this.#numbers.get(shown);
      if (number) number.textContent = grouped(counts[shown]);
      const toggle = this.#toggles.get(shown);
      if (toggle) setLabel(toggle, `${capital(shown)} ${grouped(counts[shown])}`);
    }
  }

  show(state: ViewState, shown: number, all: number, problem: string | null): void {
    this.#state = state;
    this.#filter.setProblem(problem);
    this.#count.textContent = `${grouped(shown)} of ${grouped(all)}`;
    for (const [name, toggle] of this.#toggles) setPressed(toggle, state.shown === name);
  }

  focusFilter(): void {
    this.#filter.focus();
  }

  /** Shows the rows of a count that was clicked, or all again. */
  toggleTerm(key: string, value: string): void {
    this.#filter.toggleTerm(key, value);
  }

  clearFilter(): void {
    this.#filter.set({ ...this.#state.filter, text: '' });
  }

  #toggle(shown: Shown): Button {
    const toggle = toggleButton({
      id: `show-${shown}`,
      label: capital(shown),
      onToggle: () => this.#events.onChange({ shown }),
    });
    toggle.append(' ', this.#numbers.get(shown) ?? '');
    setTooltip(toggle, TITLES[shown]);
    return toggle;
  }
}

function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase());
}
