import type { ViewCommand } from '../../../src/protocol/table.js';
import { button, setPressed, toggleButton } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { FilterBox, type FilterBoxEvents } from '../../shared/filter/filterBox.js';
import { grouped } from '../../../src/core/render/counts.js';
import { describeSpan } from './bins.js';
import type { TableModel } from '../model.js';
import type { ViewState } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

export interface ToolbarEvents {
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly onAdd: () => void;
  /** The user goes on from the filter box to the rows. */
  readonly onLeave: () => void;
  readonly onCommand: (command: ViewCommand) => void;
  readonly complete: FilterBoxEvents['complete'];
}

/** What can be done with the table, and which of its rows are shown. */
export class Toolbar {
  readonly #filter: FilterBox;
  readonly #count = el('span', { id: 'count', class: 'count', 'aria-live': 'polite' });
  readonly #span = el('span', { id: 'span-chip' });
  readonly #add;
  readonly #findings;
  readonly #histogram;
  readonly #inspector;
  readonly #groups;
  readonly element: HTMLElement;
  readonly #events: ToolbarEvents;

  constructor(state: ViewState, events: ToolbarEvents) {
    this.#events = events;

    const { onChange, onAdd, onCommand } = events;
    this.#filter = new FilterBox(state.filter, t`Filter: words, range>50, is:zero…`, {
      ...events,
      onChange: (filter) => onChange({ filter }),
    });
    this.#findings = toggleButton({
      id: 'only-findings',
      label: t`Only With Findings`,
      icon: 'warning',
      collapsible: true,
      onToggle: (onlyFindings) => onChange({ onlyFindings }),
    });
    this.#histogram = toggleButton({
      id: 'toggle-histogram',
      label: t`Histogram`,
      icon: 'chart',
      collapsible: true,
      onToggle: (open) => onChange({ histogram: { ...this.#state.histogram, open } }),
    });
    this.#inspector = toggleButton({
      id: 'toggle-inspector',
      label: t`Inspector`,
      icon: 'inspect',
      compact: true,
      onToggle: (open) => onChange({ inspector: { ...this.#state.inspector, open } }),
    });
    this.#groups = toggleButton({
      id: 'toggle-groups',
      label: t`Groups`,
      icon: 'groups',
      compact: true,
      onToggle: (open) => onChange({ groups: { ...this.#state.groups, open } }),
    });
    this.#add = button({ id: 'add-entry', label: t`Add Entry`, icon: 'add', collapsible: true, onClick: onAdd });
    this.#state = state;
    this.element = el(
      'div',
      { id: 'toolbar', class: 'toolbar', role: 'group', 'aria-label': t`Table` },
      this.#filter.element,
      this.#count,
      this.#span,
      this.#findings,
      this.#histogram,
      this.#inspector,
      this.#groups,
      el('span', { class: 'spacer' }),
      this.#add,
      button({
        id: 'convert',
        label: t`Convert…`,
        icon: 'convert',
        collapsible: true,
        onClick: () => onCommand('convert'),
      }),
      button({
        id: 'check-network',
        label: t`Check Against Network…`,
        icon: 'network',
        collapsible: true,
        onClick: () => onCommand('checkNetwork'),
      }),
      button({
        id: 'compare-with',
        label: t`Compare With…`,
        icon: 'compare',
        collapsible: true,
        onClick: () => onCommand('compareWith'),
      }),
    );
  }

  #state: ViewState;

  update(model: TableModel): void {
    toggle(this.#add, !model.message.readOnly);
    toggle(this.#findings, model.findingsOf.size > 0 || this.#state.onlyFindings);
  }

  /** Shows a state, and how many of the entries it lets through. */
  show(state: ViewState, shown: number, all: number, problem: string | null): void {
    this.#state = state;
    setPressed(this.#findings, state.onlyFindings);
    setPressed(this.#histogram, state.histogram.open);
    setPressed(this.#inspector, state.inspector.open);
    setPressed(this.#groups, state.groups.open);
    this.#filter.setProblem(problem);
    this.#count.textContent = t`${grouped(shown)} of ${grouped(all)}`;
    fill(
      this.#span,
      state.span && this.#chip('clear-span', describeSpan(state.span), { span: null }),
      state.stretch &&
        this.#chip(
          'clear-stretch',
          t`positions ${grouped(state.stretch.from + 1)} to ${grouped(state.stretch.to + 1)}`,
          {
            stretch: null,
          },
        ),
    );
  }

  focusFilter(): void {
    this.#filter.focus();
  }

  /** Shows the entries of a count that was clicked, or all again. */
  toggleTerm(key: string, value: string): void {
    this.#filter.toggleTerm(key, value);
  }

  clearFilter(): void {
    this.#filter.set({ ...this.#state.filter, text: '' });
  }

  #chip(id: string, text: string, without: Partial<ViewState>): HTMLElement {
    const onClick = (): void => this.#events.onChange(without);
    const remove = button({ id, label: t`Show All Again`, icon: 'close', compact: true, onClick });
    return el('span', { class: 'chip' }, text, remove);
  }
}
