import { button, setPressed, toggleButton } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';
import { FilterBox, type FilterBoxEvents } from '../../shared/filter/filterBox.js';
import { grouped } from '../../../src/core/render/counts.js';
import { TagButtons } from './tagButtons.js';
import type { Tag } from './tags.js';
import { Threshold } from './threshold.js';
import type { Unit, ViewState } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

export interface ToolbarEvents {
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly onExport: () => void;
  readonly onCopy: () => void;
  /** The user goes on from the filter box to the rows. */
  readonly onLeave: () => void;
  readonly complete: FilterBoxEvents['complete'];
}

/** Which rows of the comparison are shown, and what can be done with them. */
export class Toolbar {
  readonly #filter: FilterBox;
  readonly #count = el('span', { id: 'count', class: 'count', 'aria-live': 'polite' });
  readonly #tags = new TagButtons((shown) => this.#events.onChange({ shown }));
  readonly #threshold = new Threshold((threshold) => this.#events.onChange({ threshold }));
  readonly #scale = toggleButton({ id: 'unit-scale', label: t`Scale`, onToggle: () => this.#setUnit('scale') });
  readonly #range = toggleButton({ id: 'unit-range', label: t`± Range`, onToggle: () => this.#setUnit('range') });
  readonly #charts = toggleButton({
    id: 'toggle-charts',
    label: t`Charts`,
    icon: 'chart',
    collapsible: true,
    onToggle: (charts) => this.#events.onChange({ charts }),
  });
  readonly element: HTMLElement;
  #state: ViewState;
  readonly #events: ToolbarEvents;

  constructor(state: ViewState, events: ToolbarEvents) {
    this.#state = state;
    this.#events = events;

    this.#filter = new FilterBox(state.filter, t`Filter: names, log2>0.5, is:grew…`, {
      ...events,
      onChange: (filter) => events.onChange({ filter }),
    });
    this.element = el(
      'div',
      { id: 'toolbar', role: 'group', 'aria-label': t`Comparison` },
      el(
        'div',
        { class: 'toolbar' },
        this.#filter.element,
        this.#count,
        el('span', { class: 'spacer' }),
        el('span', { class: 'segmented', role: 'group', 'aria-label': t`Numbers` }, this.#scale, this.#range),
        ...this.#actions(),
      ),
      el(
        'div',
        { class: 'toolbar second' },
        this.#tags.element,
        el('span', { class: 'spacer' }),
        this.#threshold.element,
      ),
    );
  }

  update(counts: Readonly<Record<Tag, number>>): void {
    this.#tags.update(counts);
  }

  show(state: ViewState, shown: number, all: number, problem: string | null): void {
    this.#state = state;
    this.#filter.setProblem(problem);
    this.#count.textContent = t`${grouped(shown)} of ${grouped(all)}`;
    this.#tags.show(state.shown);
    this.#threshold.show(state.threshold);
    setPressed(this.#scale, state.unit === 'scale');
    setPressed(this.#range, state.unit === 'range');
    setPressed(this.#charts, state.charts);
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

  #actions(): HTMLElement[] {
    const { onCopy, onExport } = this.#events;
    return [
      this.#charts,
      button({ id: 'copy-rows', label: t`Copy Rows`, icon: 'copy', collapsible: true, onClick: onCopy }),
      button({ id: 'export', label: t`Export…`, icon: 'export', collapsible: true, onClick: onExport }),
    ];
  }

  /** One of the two is always pressed. */
  #setUnit(unit: Unit): void {
    setPressed(this.#scale, unit === 'scale');
    setPressed(this.#range, unit === 'range');
    this.#events.onChange({ unit });
  }
}
