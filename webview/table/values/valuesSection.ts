import { METHODS } from '../../../src/core/activations/thresholds/index.js';
import { grouped } from '../../../src/core/render/counts.js';
import { storedProblem } from '../../../src/core/table/input.js';
import { storedFromRange } from '../../../src/core/table/quantization.js';
import { button } from '../../shared/controls.js';
import { el, fill, type Child } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { pairs } from '../inspector/facts.js';
import type { Section } from '../inspector/section.js';
import { nameAt, type TableModel } from '../model.js';
import { isStored } from '../parts/input.js';
import type { SendEdits } from '../parts/edits.js';
import { METHOD_TEXTS } from './methodTexts.js';
import { RangeSlider } from './rangeSlider.js';
import { heightsOf, outline } from './shape.js';
import { svg } from './sparkline.js';
import { shareText, decibelText, TOO_COARSE } from '../../shared/text/shares.js';
import type { TensorValues } from './values.js';
import { t } from '../../../src/core/texts/translate.js';

const [WIDTH, HEIGHT, BARS] = [256, 100, 128];

export interface ValuesEvents {
  readonly send: SendEdits;
  /** The ranges of many entries are to be set by a method. */
  readonly onSetAll: () => void;
}

interface Shown {
  readonly model: TableModel;
  readonly entry: number;
  readonly values: TensorValues;
}

/** What the values of a tensor look like, its range drawn in and to be moved, and what that does; the methods' ranges to be taken. */
export class ValuesSection implements Section {
  readonly id = 'values';
  readonly title = t`Values`;
  readonly #events: ValuesEvents;
  readonly #slider = new RangeSlider({
    onMove: (range) => this.#tell(range),
    onSet: (range) => void this.#set(range),
    onCancel: () => this.#again(),
  });
  readonly #picture = el('div', { class: 'values-picture' });
  readonly #axis = el('div', { class: 'values-axis muted', 'aria-hidden': 'true' });
  readonly #facts = el('div', { id: 'values-facts' });
  readonly #note = el('p', { id: 'values-note', class: 'inspector-line', role: 'status' });
  readonly #methods = el('div', { id: 'values-methods', class: 'values-methods' });
  #shown: Shown | null = null;

  constructor(events: ValuesEvents) {
    this.#events = events;
  }

  draw(model: TableModel, entry: number): readonly Child[] | null {
    const values = model.values?.of(nameAt(model, entry));
    if (!values) return null;
    this.#shown = { model, entry, values };
    this.#note.textContent = '';
    this.#drawPicture(this.#shown);
    this.#drawMethods(this.#shown);
    this.#tell(model.ranges[entry] ?? NaN);
    const source = model.values?.source;
    return [
      this.#picture,
      this.#axis,
      this.#facts,
      this.#methods,
      this.#note,
      source ? el('p', { class: 'inspector-line muted' }, t`Histogram from ${source}`) : null,
    ];
  }

  #again(): void {
    if (this.#shown) this.draw(this.#shown.model, this.#shown.entry);
  }

  #drawPicture({ model, entry, values }: Shown): void {
    const { low, high } = axisOf(values, model.ranges[entry] ?? NaN);
    const d = outline(heightsOf(values.histogram, low, high, BARS), WIDTH, HEIGHT);
    const picture = svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('path', { class: 'values-shape', d }),
    );
    fill(this.#picture, picture, ...this.#slider.elements);
    fill(this.#axis, ...[low, (low + high) / 2, high].map((tick) => el('span', {}, plainNumber(tick, 3))));
    this.#slider.show({ low, high }, model.ranges[entry] ?? NaN, model.message.readOnly);
  }

  /** What a range does, whether it is the entry's or only tried. */
  #tell(range: number): void {
    if (!this.#shown) return;
    const { values } = this.#shown;
    const effect = values.under(range);
    const levels = values.levels(range);
    const clipped = effect.isTooCoarse ? t`can not be told` : shareText(effect.clipped);
    const noise = effect.isTooCoarse ? t`can not be told` : decibelText(effect.sqnrDb);
    fill(
      this.#facts,
      pairs(
        [t`± Range`, plainNumber(range, 6)],
        [t`Clipped`, clipped],
        ['SQNR', noise],
        levels === null ? null : [t`Levels in use`, t`${levels} of 255`],
        [t`Values`, grouped(Math.round(values.count))],
      ),
      effect.isTooCoarse && el('p', { class: 'inspector-line' }, `${TOO_COARSE}.`),
    );
    this.#slider.describe(t`± ${plainNumber(range)}, clipped ${clipped}, SQNR ${noise}`);
    if (this.#slider.isMoved) this.#note.textContent = t`Enter or the end of the drag sets it; Escape takes it back.`;
  }

  #drawMethods({ model, values }: Shown): void {
    const why: string[] = [];
    const items = METHODS.map((method) => {
      const { label, hint } = METHOD_TEXTS[method];
      const answer = values.answer(method);
      if ('why' in answer) {
        why.push(`${label}: ${answer.why}.`);
        return null;
      }
      const { sqnrDb } = values.under(answer.range);
      const text = `${label}: ± ${plainNumber(answer.range)}`;
      const taking = button({
        id: `take-${method}`,
        label: text,
        hint: model.message.readOnly ? (model.message.readOnlyReason ?? t`Read-only`) : hint,
        look: 'secondary',
        onClick: () => void this.#set(answer.range),
      });
      taking.disabled = model.message.readOnly;
      return el('li', {}, taking, el('span', { class: 'muted' }, decibelText(sqnrDb)));
    });
    fill(
      this.#methods,
      el('ul', { 'aria-label': t`Ranges by method` }, ...items),
      ...why.map((line) => el('p', { class: 'inspector-line muted' }, line)),
      model.message.readOnly
        ? null
        : button({
            id: 'set-by-method',
            label: t`Set All by Method…`,
            look: 'secondary',
            onClick: this.#events.onSetAll,
          }),
    );
    this.#markMethods(values);
  }

  /** Where the methods' ranges lie, on top of the histogram. */
  #markMethods(values: TensorValues): void {
    const { low, high } = axisOf(values, this.#rangeNow());
    for (const method of METHODS) {
      const answer = values.answer(method);
      if ('why' in answer || answer.range > high) continue;
      const mark = el('span', { class: 'values-mark', title: METHOD_TEXTS[method].label, 'aria-hidden': 'true' });
      mark.style.left = `${(100 * (answer.range - low)) / (high - low)}%`;
      this.#picture.append(mark);
    }
  }

  #rangeNow(): number {
    return this.#shown?.model.ranges[this.#shown.entry] ?? NaN;
  }

  async #set(range: number): Promise<void> {
    if (!this.#shown) return;
    const { model, entry } = this.#shown;
    const hadFocus = document.activeElement;
    const value = storedFromRange(range, model.table.quantity);
    if (isStored(model, entry, value)) {
      this.#again();
      this.#note.textContent = t`The range stands there already.`;
      return;
    }
    const problem =
      storedProblem(value, model.table.quantity) ?? (await this.#events.send([{ kind: 'set', index: entry, value }]));
    if (problem !== null) {
      this.#again();
      this.#note.textContent = problem;
    }
    // The changed table drew this anew: what had the focus stands there again, or as another button.
    if (hadFocus instanceof HTMLElement && hadFocus.id) document.getElementById(hadFocus.id)?.focus();
  }
}

/** From the least value, or 0, to the largest, with room for a range that is somewhat wider; mirrored where there are negative ones. */
function axisOf(
  { bounds: [least, most] }: TensorValues,
  range: number,
): { readonly low: number; readonly high: number } {
  const amax = Math.max(Math.abs(least), Math.abs(most));
  const high = 1.05 * Math.max(amax, range < 3 * amax ? range : 0);
  return { low: least < 0 ? -high : 0, high };
}
