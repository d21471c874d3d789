import { setInvalid, textField, type TextField } from '../../shared/controls.js';
import { el, setTooltip } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { describeThreshold, parseThreshold, stepOf, THRESHOLD_STEPS } from './thresholds.js';
import { t } from '../../../src/core/texts/translate.js';

/** From which size on a change counts: a slider for a look, a box for a number, as log2 or as ratio. */
export class Threshold {
  readonly #slider = el('input', {
    id: 'threshold-slider',
    type: 'range',
    min: 0,
    max: THRESHOLD_STEPS.length - 1,
    step: 1,
    'aria-label': t`Smallest change that counts`,
  });
  readonly #field: TextField;
  readonly #ratio = el('span', { id: 'threshold-ratio', class: 'muted threshold-ratio' });
  readonly element: HTMLElement;
  readonly #onChange: (threshold: number) => void;

  constructor(onChange: (threshold: number) => void) {
    this.#onChange = onChange;

    this.#slider.addEventListener('input', () => this.#onChange(THRESHOLD_STEPS[Number(this.#slider.value)] ?? 0));
    this.#field = textField({
      id: 'threshold',
      label: t`Smallest |log₂ ratio| that counts`,
      onInput: (text) => this.#take(text),
    });
    setTooltip(this.#field, t`A |log₂ ratio| such as 0.1, or a ratio such as ×1.5`);
    this.element = el(
      'div',
      { class: 'threshold', role: 'group', 'aria-label': t`Threshold` },
      el('span', { class: 'muted threshold-label' }, t`Changed beyond`),
      this.#slider,
      this.#field,
      this.#ratio,
    );
  }

  show(threshold: number): void {
    this.#slider.value = String(stepOf(threshold));
    this.#slider.setAttribute('aria-valuetext', `${plainNumber(threshold)}, ${describeThreshold(threshold)}`);
    this.#ratio.textContent = describeThreshold(threshold);
    // What is being typed stays as it is typed.
    if (parseThreshold(this.#field.value) !== threshold || this.#field.value === '')
      this.#field.value = plainNumber(threshold);
    setInvalid(this.#field, false);
  }

  #take(text: string): void {
    const threshold = parseThreshold(text);
    setInvalid(this.#field, threshold === null);
    if (threshold !== null) this.#onChange(threshold);
  }
}
