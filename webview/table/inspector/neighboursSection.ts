import { log2Ratio } from '../../../src/core/table/quantization.js';
import { el, setTooltip } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { nameAt, type TableModel } from '../model.js';
import { neighboursOf } from './neighbours.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

/** What stands before and after the entry, in the network where one is attached, else in the file. */
export class NeighboursSection implements Section {
  readonly id = 'neighbours';
  readonly title = t`Neighbours`;
  readonly #onEntry: (entry: number) => void;

  /** @param onEntry a neighbour was clicked */
  constructor(onEntry: (entry: number) => void) {
    this.#onEntry = onEntry;
  }

  draw(model: TableModel, entry: number): readonly HTMLElement[] | null {
    const { before, after, place } = neighboursOf(model, entry);
    if (before === null && after === null) return null;
    return [
      el('p', { class: 'inspector-line muted' }, place),
      el(
        'ul',
        { class: 'neighbours' },
        ...[before, after].map((other, at) =>
          other === null ? null : this.#line(at === 0 ? t`before` : t`after`, model, entry, other),
        ),
      ),
    ];
  }

  #line(where: string, model: TableModel, entry: number, other: number): HTMLElement {
    const name = nameAt(model, other);
    const [mine, its] = [model.ranges[entry] ?? NaN, model.ranges[other] ?? NaN];
    const button = el('button', { type: 'button', class: 'neighbour' }, name);
    setTooltip(button, t`Select ${name}`);
    button.addEventListener('click', () => this.#onEntry(other));
    return el('li', {}, el('span', { class: 'muted' }, where), button, el('span', {}, compared(mine, its)));
  }
}

/** `± 3.2, half as wide`: how a neighbour's range stands to the entry's own. */
function compared(mine: number, its: number): string {
  const ratio = its / mine;
  const told = Number.isFinite(log2Ratio(mine, its)) ? `, × ${plainNumber(ratio, 3)}` : '';
  return `± ${plainNumber(its)}${told}`;
}
