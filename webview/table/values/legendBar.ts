import { grouped } from '../../../src/core/render/counts.js';
import type { Step } from '../../../src/core/report/legends.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import type { Column } from '../../shared/grid/column.js';
import type { TableModel } from '../model.js';
import { legendsOf } from './legends.js';
import { t } from '../../../src/core/texts/translate.js';

/** What the colours in the rows mean, and how many entries have each: a click shows those. */
export class LegendBar {
  readonly element = el('div', { id: 'legend', class: 'legend-bar', role: 'group', 'aria-label': t`Colours` });
  readonly #onCount: (key: string, value: string) => void;

  constructor(onCount: (key: string, value: string) => void) {
    this.#onCount = onCount;
  }

  update(model: TableModel): void {
    const legends = legendsOf(model);
    toggle(this.element, legends.length > 0);
    fill(
      this.element,
      ...legends.map(({ label, steps }) =>
        el(
          'span',
          { class: 'legend-kind' },
          el('span', { class: 'muted' }, label),
          ...steps.map((step) =>
            countButton(
              { key: 'is', value: step.flag },
              t`Show only these`,
              () => this.#onCount('is', step.flag),
              swatch(step),
              `${grouped(step.count)} ${step.label}`,
            ),
          ),
        ),
      ),
    );
  }
}

/** A column whose cells have the colour of their legend beside the text. */
export function coloured(column: Column, model: TableModel): Column {
  const legend = legendsOf(model).find((one) => one.column === column.id);
  if (!legend) return column;
  return {
    ...column,
    draw: (cell, entry, text) => {
      const step = text === '' ? null : legend.stepAt(entry);
      // White is what needs no look.
      cell.replaceChildren(...(step && step.bgColor !== '#ffffff' ? [swatch(step)] : []), text);
    },
  };
}

function swatch({ bgColor }: Step): HTMLElement {
  const element = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  element.style.background = bgColor;
  return element;
}
