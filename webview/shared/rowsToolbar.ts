import { grouped } from '../../src/core/render/counts.js';
import { button, setPressed, toggleButton, type Button } from './controls.js';
import { el, setLabel, setTooltip, toggle } from './dom.js';
import { FilterBox, type FilterBoxEvents } from './filter/filterBox.js';
import type { FilterText } from './filter/filterText.js';
import { t } from '../../src/core/texts/translate.js';

/** One of the choices which rows are shown. */
export interface RowChoice<Shown extends string> {
  readonly id: Shown;
  readonly label: string;
  readonly hint: string;
}

export interface RowsToolbarOptions<Shown extends string> extends FilterBoxEvents {
  /** What stands in the empty filter box. */
  readonly placeholder: string;
  readonly onShow: (shown: Shown) => void;
  readonly onCopy: () => void;
}

/** Over a grid: the filter box, how many rows are shown, and buttons with counts that each show rows of one kind. */
export class RowsToolbar<Shown extends string> {
  readonly #filter: FilterBox;
  readonly #count = el('span', { id: 'count', class: 'count', 'aria-live': 'polite' });
  readonly #toggles: ReadonlyMap<
    Shown,
    { readonly choice: RowChoice<Shown>; readonly control: Button; readonly number: HTMLElement }
  >;
  readonly #choices = el('span', { class: 'segmented', role: 'group', 'aria-label': t`Shown rows` });
  readonly #spacer = el('span', { class: 'spacer' });
  /** What stays in one line. */
  readonly #end = el('span', { class: 'toolbar-end' });
  readonly element: HTMLElement;
  #text: FilterText;

  constructor(filter: FilterText, choices: readonly RowChoice<Shown>[], options: RowsToolbarOptions<Shown>) {
    this.#text = filter;
    this.#filter = new FilterBox(filter, options.placeholder, options);
    this.#toggles = new Map(
      choices.map((choice) => {
        const number = el('span', { class: 'toggle-count' });
        return [choice.id, { choice, number, control: toggleOf(choice, number, options.onShow) }];
      }),
    );
    this.#choices.append(...[...this.#toggles.values()].map(({ control }) => control));
    this.#end.append(
      this.#choices,
      this.#spacer,
      button({ id: 'copy-rows', label: t`Copy Rows`, icon: 'copy', collapsible: true, onClick: options.onCopy }),
    );
    this.element = el(
      'div',
      { id: 'toolbar', class: 'toolbar', role: 'group', 'aria-label': t`Rows` },
      this.#filter.element,
      this.#count,
      this.#end,
    );
  }

  /** Puts something between the choices and *Copy Rows*, in whose line it stays. */
  add(tool: HTMLElement): void {
    this.#end.before(this.#choices);
    this.#spacer.before(tool);
  }

  /** @param hideable choices that are not offered when there are no such rows */
  update(counts: Readonly<Record<Shown, number>>, hideable: readonly Shown[] = []): void {
    for (const [id, { choice, control, number }] of this.#toggles) {
      number.textContent = grouped(counts[id]);
      setLabel(control, `${choice.label} ${grouped(counts[id])}`);
      toggle(control, counts[id] > 0 || !hideable.includes(id));
    }
  }

  show(filter: FilterText, chosen: Shown, count: { shown: number; all: number; problem: string | null }): void {
    this.#text = filter;
    this.#filter.setProblem(count.problem);
    this.#count.textContent = t`${grouped(count.shown)} of ${grouped(count.all)}`;
    for (const [id, { control }] of this.#toggles) setPressed(control, chosen === id);
  }

  focusFilter(): void {
    this.#filter.focus();
  }

  /** Shows the rows of a count that was clicked, or all again. */
  toggleTerm(key: string, value: string): void {
    this.#filter.toggleTerm(key, value);
  }

  clearFilter(): void {
    this.#filter.set({ ...this.#text, text: '' });
  }
}

function toggleOf<Shown extends string>(
  { id, label, hint }: RowChoice<Shown>,
  number: HTMLElement,
  onShow: (shown: Shown) => void,
): Button {
  const control = toggleButton({ id: `show-${id}`, label, onToggle: () => onShow(id) });
  control.append(' ', number);
  setTooltip(control, hint);
  return control;
}
