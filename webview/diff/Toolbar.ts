import type { DiffActionMessage } from '../../src/protocol.js';
import { button, setPressed, toggleButton, type Button } from '../shared/controls.js';
import { el } from '../shared/dom.js';
import { FilterBox } from '../shared/FilterBox.js';
import { grouped } from '../shared/numbers.js';
import { countOf, STATUSES, type DiffModel, type Status } from './model.js';
import type { ViewState } from './viewState.js';

export interface ToolbarEvents {
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly onAction: (action: DiffActionMessage['action']) => void;
  readonly onCopy: () => void;
  /** The user goes on from the filter box to the rows. */
  readonly onLeave: () => void;
}

/** Which rows of the comparison are shown, and what can be done with its files. */
export class Toolbar {
  readonly #filter: FilterBox;
  readonly #count = el('span', { id: 'count', class: 'count', 'aria-live': 'polite' });
  readonly #toggles: ReadonlyMap<Status, Button>;
  readonly element: HTMLElement;

  constructor(private state: ViewState, private readonly events: ToolbarEvents) {
    const { onChange, onAction, onCopy } = events;
    this.#filter = new FilterBox(state.filter, 'Filter', (filter) => onChange({ filter }), events.onLeave);
    this.#toggles = new Map(STATUSES.map((status) => [status, this.#toggle(status)]));
    this.element = el('div', { id: 'toolbar', class: 'toolbar', role: 'group', 'aria-label': 'Comparison' },
      this.#filter.element, this.#count, el('span', { class: 'segmented', role: 'group', 'aria-label': 'Shown rows' }, ...this.#toggles.values()), el('span', { class: 'spacer' }),
      button({ id: 'copy-rows', label: 'Copy Rows', icon: 'copy', collapsible: true, onClick: onCopy }),
      button({ id: 'swap', label: 'Swap Sides', icon: 'convert', collapsible: true, onClick: () => onAction('swap') }),
      button({ id: 'open-old', label: 'Open Old', icon: 'file', collapsible: true, onClick: () => onAction('openOld') }),
      button({ id: 'open-new', label: 'Open New', icon: 'file', collapsible: true, onClick: () => onAction('openNew') }));
  }

  update(model: DiffModel): void {
    for (const [status, toggle] of this.#toggles) toggle.title = `${grouped(countOf(model, status))} ${status}`;
  }

  show(state: ViewState, shown: number, all: number, problem: string | null): void {
    this.state = state;
    this.#filter.setProblem(problem);
    this.#count.textContent = `${grouped(shown)} of ${grouped(all)}`;
    for (const [status, toggle] of this.#toggles) setPressed(toggle, !state.hidden.includes(status));
  }

  focusFilter(): void {
    this.#filter.focus();
  }

  clearFilter(): void {
    this.#filter.set({ ...this.state.filter, text: '' });
  }

  #toggle(status: Status): Button {
    return toggleButton({ id: `show-${status}`, label: status.replace(/^./, (first) => first.toUpperCase()), onToggle: (shown) => this.events.onChange({
      hidden: STATUSES.filter((other) => (other === status ? !shown : this.state.hidden.includes(other))),
    }) });
  }
}
