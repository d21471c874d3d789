import { parseHeader } from '../../../src/core/table/header.js';
import { setInvalid, textField } from '../../shared/controls.js';
import { el, toggle } from '../../shared/dom.js';
import { formButtons } from './formButtons.js';
import type { SendEdits } from './edits.js';
import { t } from '../../../src/core/texts/translate.js';

/** The form that sets the header line. A line that no TensorRT writes is pointed out, not refused. */
export class HeaderForm {
  readonly #field = textField({
    id: 'header-field',
    label: t`Header line`,
    onInput: () => this.#check(),
    onEnter: () => void this.#submit(),
  });
  readonly #message = el('p', { class: 'form-message', role: 'alert' });
  readonly element = el(
    'div',
    { id: 'header-form', class: 'form', role: 'group', 'aria-label': t`Header line`, hidden: true },
    this.#field,
    formButtons('header', { id: 'save', label: t`Set Header`, onClick: () => void this.#submit() }, () =>
      this.#close(),
    ),
    this.#message,
  );
  readonly #send: SendEdits;
  readonly #present: () => string;

  constructor(send: SendEdits, present: () => string) {
    this.#send = send;
    this.#present = present;

    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#close();
    });
  }

  open(): void {
    toggle(this.element, true);
    this.#field.value = this.#present();
    this.#check();
    this.#field.focus();
  }

  #check(): boolean {
    const text = this.#field.value;
    const empty = text.trim() === '';
    const odd = parseHeader(text).kind === 'unknown';
    setInvalid(this.#field, empty);
    this.#message.textContent = empty
      ? t`Type a header line, such as TRT-8601-EntropyCalibration2.`
      : odd
        ? t`TensorRT writes no such line and may refuse the file.`
        : '';
    return !empty;
  }

  async #submit(): Promise<void> {
    if (!this.#check()) return;
    const raw = this.#field.value;
    const problem = raw === this.#present() ? null : await this.#send([{ kind: 'header', raw }]);
    if (problem === null) this.#close();
    else this.#message.textContent = problem;
  }

  #close(): void {
    toggle(this.element, false);
    document.getElementById('edit-header')?.focus();
  }
}
