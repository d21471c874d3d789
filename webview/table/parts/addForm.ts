import { parseInput } from '../../../src/core/table/input.js';
import { dropdown, setChoices, setInvalid, textField } from '../../shared/controls.js';
import { el, toggle } from '../../shared/dom.js';
import { formButtons } from './formButtons.js';
import type { SendEdits } from './edits.js';
import { nameProblem } from './input.js';
import { nameAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** The form that adds an entry: its name, its scale, and where it goes. */
export class AddForm {
  readonly #name = textField({
    id: 'add-name',
    label: t`Name`,
    onInput: () => this.#check('name'),
    onEnter: () => void this.#submit(),
  });
  readonly #scale = textField({
    id: 'add-scale',
    label: t`Scale`,
    placeholder: '0.0130',
    onInput: () => this.#check('scale'),
    onEnter: () => void this.#submit(),
  });
  readonly #place = dropdown('add-place', t`Place of the new entry`);
  readonly #message = el('p', { class: 'form-message', role: 'alert' });
  readonly element = el(
    'div',
    { id: 'add-form', class: 'form', role: 'group', 'aria-label': t`New entry`, hidden: true },
    this.#name,
    this.#scale,
    this.#place,
    formButtons('add', { id: 'save', label: t`Add`, onClick: () => void this.#submit() }, () => this.close()),
    this.#message,
  );
  #model: TableModel | null = null;
  readonly #send: SendEdits;
  readonly #onAdded: (index: number, name: string) => void;
  readonly #onClose: () => void;

  /** @param onAdded gets the new entry once it is made; the table with it may come before or after */
  constructor(send: SendEdits, onAdded: (index: number, name: string) => void, onClose: () => void) {
    this.#send = send;
    this.#onAdded = onAdded;
    this.#onClose = onClose;

    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  update(model: TableModel): void {
    this.#model = model;
    if (model.message.readOnly) toggle(this.element, false);
  }

  /** @param selected the entry beside which the new one may go */
  open(selected: number | null): void {
    if (!this.#model || this.#model.message.readOnly) return;
    toggle(this.element, true);
    this.#name.value = '';
    this.#scale.value = '';
    this.#message.textContent = '';
    setChoices(this.#place, placesFor(this.#model, selected));
    toggle(this.#place, selected !== null);
    this.#name.focus();
  }

  close(): void {
    toggle(this.element, false);
    this.#onClose();
  }

  /** Shows what is wrong with a field, if something is: the other may still be empty. */
  #check(which: 'name' | 'scale'): boolean {
    const problem =
      which === 'name' ? nameProblem(this.#model?.table.names ?? [], this.#name.value) : this.#scaleProblem();
    setInvalid(which === 'name' ? this.#name : this.#scale, problem !== null);
    this.#message.textContent = problem ?? '';
    return problem === null;
  }

  #scaleProblem(): string | null {
    const result = parseInput(this.#scale.value, 'scale', this.#model?.table.quantity ?? 'scale');
    return 'problem' in result ? result.problem : null;
  }

  async #submit(): Promise<void> {
    if (!this.#model || !this.#check('name') || !this.#check('scale')) return;
    const input = parseInput(this.#scale.value, 'scale', this.#model.table.quantity);
    if ('problem' in input) return;
    const index = Number(this.#place.value);
    const name = this.#name.value;
    const problem = await this.#send([{ kind: 'insert', index, name, value: input.value }]);
    if (problem !== null) {
      this.#message.textContent = problem;
      return;
    }
    this.close();
    this.#onAdded(index, name);
  }
}

function placesFor(model: TableModel, selected: number | null): { value: string; label: string }[] {
  const end = { value: String(model.table.names.length), label: t`At the end` };
  if (selected === null) return [end];
  const beside = t`entry ${selected + 1}, ${nameAt(model, selected)}`;
  return [
    { value: String(selected + 1), label: t`After ${beside}` },
    { value: String(selected), label: t`Before ${beside}` },
    end,
  ];
}
