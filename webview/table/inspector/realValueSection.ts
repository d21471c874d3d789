import { quantize } from '../../../src/core/table/quantization.js';
import { textField } from '../../shared/controls.js';
import { el, type Child } from '../../shared/dom.js';
import { fullNumber, shortNumber } from '../../shared/text/numbers.js';
import { scaleAt, type TableModel } from '../model.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

/** What a real value becomes in INT8 at the entry's scale, and back: the value is typed, and stays for the next entry. */
export class RealValueSection implements Section {
  readonly id = 'realValue';
  readonly title = t`A real value in INT8 and back`;
  readonly #field = textField({
    id: 'real-value',
    label: t`Real value`,
    placeholder: t`Real value, such as 0.5`,
    onInput: (text) => this.#answer(text),
  });
  readonly #result = el('p', { id: 'real-value-result', class: 'inspector-line', role: 'status' });
  #scale = NaN;

  draw(model: TableModel, entry: number): readonly Child[] {
    this.#scale = scaleAt(model, entry);
    this.#answer(this.#field.value ?? '');
    return [this.#field, this.#result];
  }

  #answer(text: string): void {
    this.#result.textContent = text.trim() === '' ? '' : becomes(text, this.#scale);
  }
}

/** `q = 64, back 0.504 (0.004 off)`. */
export function becomes(text: string, scale: number): string {
  const real = Number(text);
  if (!Number.isFinite(real)) return t`"${text}" is no number.`;
  const quantized = quantize(real, scale);
  if (!quantized) return t`At a scale of ${shortNumber(scale)} nothing can be quantized.`;
  const { q, back, clipped } = quantized;
  return t`q = ${q}, back ${fullNumber(back)}${clipped ? t`: clipped` : ''} (${shortNumber(Math.abs(real - back), 4)} off)`;
}
