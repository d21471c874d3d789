import type { Edit } from '../../../src/core/formats/format.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { focusAll, setInvalid, textField, toggleButton } from '../../shared/controls.js';
import { el, toggle } from '../../shared/dom.js';
import { formButtons } from './formButtons.js';
import { loadExpressions } from '../../shared/filter/expression.js';
import { NO_FILTER } from '../../shared/filter/filterText.js';
import type { ManyInput } from '../../shared/grid/column.js';
import { nameAt, type TableModel } from '../model.js';
import type { SendEdits } from './edits.js';
import { replaceInNames, type Replacement } from './replaceNames.js';
import { t } from '../../../src/core/texts/translate.js';

/** What a form for many entries works on, and what comes after it. */
export interface ReplaceScope {
  readonly model: () => TableModel;
  /** The selected entries, or all in sight where no more than one is selected. */
  readonly entries: () => { readonly entries: Uint32Array; readonly words: string };
  readonly onClose: () => void;
}

/** The form that finds and replaces in names: what would change is said before it does. */
export class ReplaceForm {
  readonly #find = textField({
    id: 'replace-find',
    label: t`Find in names`,
    onInput: (text) => this.#change({ find: { ...this.#replacement.find, text } }),
    onEnter: () => void this.#submit(),
  });
  readonly #by = textField({
    id: 'replace-by',
    label: t`Replace by`,
    onInput: (by) => this.#change({ by }),
    onEnter: () => void this.#submit(),
  });
  readonly #case = toggleButton({
    id: 'replace-case',
    label: t`Match Case`,
    compact: 'Aa',
    onToggle: (caseSensitive) => this.#change({ find: { ...this.#replacement.find, caseSensitive } }),
  });
  readonly #regex = toggleButton({
    id: 'replace-regex',
    label: t`Use Regular Expression ($1 is the first group)`,
    compact: '.*',
    onToggle: (regex) => this.#change({ find: { ...this.#replacement.find, regex } }),
  });
  readonly #preview = el('p', { id: 'replace-preview', class: 'form-note', role: 'status' });
  readonly #message = el('p', { class: 'form-message', role: 'alert' });
  readonly element = el(
    'div',
    { id: 'replace-form', class: 'form', role: 'group', 'aria-label': t`Replace in names`, hidden: true },
    this.#find,
    this.#by,
    formButtons('replace', { id: 'all', label: t`Rename`, onClick: () => void this.#submit() }, () => this.close()),
    this.#preview,
    this.#message,
  );
  #replacement: Replacement = { find: NO_FILTER, by: '' };
  readonly #send: SendEdits;
  readonly #scope: ReplaceScope;

  constructor(send: SendEdits, scope: ReplaceScope) {
    this.#send = send;
    this.#scope = scope;

    for (const part of [this.#case, this.#regex]) part.setAttribute('slot', 'end');
    this.#find.append(this.#case, this.#regex);
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  open(): void {
    toggle(this.element, true);
    this.update();
    focusAll(this.#find);
  }

  /** The table, or what is selected in it, is another: so is what would change. */
  update(): void {
    if (this.element.hidden) return;
    if (this.#scope.model().message.readOnly) toggle(this.element, false);
    const loading = this.#loading();
    if (loading) void loading.then(() => this.update());
    else this.#show(this.#read());
  }

  /** What an expression has to wait for; null where there is none, or nothing to wait for. */
  #loading(): Promise<void> | null {
    return this.#replacement.find.regex ? loadExpressions() : null;
  }

  close(): void {
    toggle(this.element, false);
    this.#scope.onClose();
  }

  #change(part: Partial<Replacement>): void {
    this.#replacement = { ...this.#replacement, ...part };
    this.update();
  }

  #read(): ManyInput {
    return replaceInNames(this.#scope.model(), this.#scope.entries().entries, this.#replacement);
  }

  #show(result: ManyInput): void {
    const problem = 'problem' in result ? result.problem : null;
    setInvalid(this.#find, problem !== null);
    this.#message.textContent = problem ?? '';
    this.#preview.textContent = 'edits' in result ? this.#previewOf(result.edits) : '';
  }

  #previewOf(edits: readonly Edit[]): string {
    const { entries, words } = this.#scope.entries();
    const [first] = edits;
    const model = this.#scope.model();
    const example = first?.kind === 'rename' ? `: ${nameAt(model, first.index)} → ${first.name}` : '';
    if (this.#replacement.find.text === '') return t`In the names of ${words}.`;
    return t`${counted(edits.length, t`name`, t`names`)} of ${grouped(entries.length)} (${words}) would change${example}`;
  }

  async #submit(): Promise<void> {
    await this.#loading();
    const result = this.#read();
    this.#show(result);
    if ('problem' in result) return;
    if (result.edits.length === 0) {
      this.#message.textContent =
        this.#replacement.find.text === '' ? t`Type what to find.` : t`No name changes by this.`;
      return;
    }
    const problem = await this.#send(result.edits);
    if (problem === null) this.close();
    else this.#message.textContent = problem;
  }
}
