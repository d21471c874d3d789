import type { OutputsMessage } from '../../../src/protocol/outputs.js';
import { counted } from '../../../src/core/render/counts.js';
import { el, toggle } from '../../shared/dom.js';
import { BarChart } from '../../shared/charts/barChart.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { decibelText, shareText } from '../../shared/text/shares.js';
import { ScatterChart } from './scatterChart.js';
import { t } from '../../../src/core/texts/translate.js';

/** The selected output: its values in both dumps, and how far they are apart. */
export class Pictures {
  readonly #scatter = new ScatterChart();
  readonly #bars = new BarChart(() => undefined);
  readonly #told = el('p', { id: 'told', class: 'told' });
  readonly #charts = el(
    'div',
    { class: 'pictures' },
    el('div', { class: 'picture' }, this.#scatter.canvas),
    el('div', { class: 'picture' }, this.#bars.canvas),
  );
  readonly element = el(
    'aside',
    { id: 'details', class: 'details', 'aria-label': t`Selected output` },
    this.#told,
    this.#charts,
  );

  update(message: OutputsMessage, row: number | null): void {
    const tensor = row === null ? undefined : message.tensors[row];
    const picture = row === null ? undefined : message.pictures[row];
    toggle(this.#charts, picture !== undefined && picture.counts.length > 0);
    if (!tensor || !picture) {
      this.#told.textContent = t`Select an output to see its values in both dumps.`;
      return this.#clear();
    }
    const { name, sqnrDb, meanAbs, maxAbs, overEpsilon } = tensor;
    if (picture.counts.length === 0) {
      this.#told.textContent =
        maxAbs === 0
          ? t`${name}: nothing differs.`
          : t`${name}: one of the dumps holds values that are no numbers, or infinite; there is nothing to draw.`;
      return this.#clear();
    }
    const text = t`${name}: ${decibelText(sqnrDb)}, mean difference ${plainNumber(meanAbs, 4)}, largest ${plainNumber(maxAbs, 4)}, ${shareText(overEpsilon)} beyond ${message.epsilon}.`;
    this.#told.textContent = t`${text} Drawn: ${counted(picture.xs.length, t`value`, t`values`)} of ${counted(tensor.count, t`element`, t`elements`)}.`;
    this.#scatter.draw(picture, [message.firstFile, message.secondFile]);
    this.#scatter.describe(t`${message.secondFile} against ${message.firstFile}, value by value. ${text}`);
    this.#bars.draw({
      edges: [...picture.edges],
      counts: [...picture.counts],
      emphasis: Array.from(picture.counts, () => 'normal' as const),
      ticks: null,
      tickLabel: (place) => plainNumber(place, 3),
      tooltip: (bar) => [
        t`${plainNumber(picture.edges[bar] ?? NaN, 3)} to ${plainNumber(picture.edges[bar + 1] ?? NaN, 3)}: ${counted(picture.counts[bar] ?? 0, t`element`, t`elements`)}`,
      ],
      xTitle: t`Difference, second less first`,
      yTitle: t`Elements`,
    });
    this.#bars.describe(t`Differences of ${name}. ${text}`);
  }

  #clear(): void {
    this.#scatter.clear();
    this.#bars.clear();
  }
}
