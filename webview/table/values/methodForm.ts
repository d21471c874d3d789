import { METHODS, type Method } from '../../../src/core/activations/thresholds/index.js';
import { dropdown, setChoices } from '../../shared/controls.js';
import { el, toggle } from '../../shared/dom.js';
import { formButtons } from '../parts/formButtons.js';
import type { SendEdits } from '../parts/edits.js';
import type { ReplaceScope } from '../parts/replaceForm.js';
import { editsByMethod, type MethodEdits } from './methodEdits.js';
import { METHOD_TEXTS } from './methodTexts.js';
import { t } from '../../../src/core/texts/translate.js';

/** The form that sets the ranges of many entries by a method: what would change is said before it does. */
export class MethodForm {
  readonly #method = dropdown('method', t`Method`);
  readonly #preview = el('p', { id: 'method-preview', class: 'form-note', role: 'status' });
  readonly #message = el('p', { class: 'form-message', role: 'alert' });
  readonly element = el(
    'div',
    { id: 'method-form', class: 'form', role: 'group', 'aria-label': t`Set ranges by a method`, hidden: true },
    this.#method,
    formButtons('method', { id: 'set', label: t`Set Ranges`, onClick: () => void this.#submit() }, () => this.close()),
    this.#preview,
    this.#message,
  );
  readonly #send: SendEdits;
  readonly #scope: ReplaceScope;
  /** The latest question; earlier ones need no answer. */
  #asked: Promise<MethodEdits | null> | null = null;

  constructor(send: SendEdits, scope: ReplaceScope) {
    this.#send = send;
    this.#scope = scope;
    setChoices(
      this.#method,
      METHODS.map((value) => ({ value, label: METHOD_TEXTS[value].label })),
    );
    this.#method.addEventListener('change', () => this.update());
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  open(): void {
    toggle(this.element, true);
    this.update();
    this.#method.focus();
  }

  /** The table, or what is selected in it, is another: so is what would change. */
  update(): void {
    if (this.element.hidden) return;
    if (this.#scope.model().message.readOnly) return toggle(this.element, false);
    const { entries, words } = this.#scope.entries();
    this.#message.textContent = '';
    const method = (METHODS.find((known) => known === this.#method.value) ?? 'minmax') satisfies Method;
    const asked = editsByMethod(this.#scope.model(), entries, method, () => this.#asked !== asked);
    this.#asked = asked;
    this.#preview.textContent = t`Working it out for ${words}…`;
    void asked.then((made) => {
      if (made && this.#asked === asked) this.#preview.textContent = t`Of ${words}: ${made.summary}`;
    });
  }

  close(): void {
    toggle(this.element, false);
    this.#asked = null;
    this.#scope.onClose();
  }

  async #submit(): Promise<void> {
    const made = await this.#asked;
    if (!made) return;
    if (made.edits.length === 0) {
      this.#message.textContent = t`No range changes by this.`;
      return;
    }
    const problem = await this.#send(made.edits);
    if (problem === null) this.close();
    else this.#message.textContent = problem;
  }
}
