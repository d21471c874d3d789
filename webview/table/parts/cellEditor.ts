import { keepUndo } from '../../shared/controls.js';
import { el, setAttributes } from '../../shared/dom.js';

export interface CellEditorEvents {
  /** Why the text will not do, or null; asked at each keystroke. */
  readonly check: (text: string) => string | null;
  /** The user is done: `next` says where to go then. */
  readonly commit: (text: string, next: 'stay' | 'right' | 'left') => void;
  readonly cancel: () => void;
  /** A key was pressed while the host had not answered yet. */
  readonly ahead: (event: KeyboardEvent) => void;
}

/** The box over a cell that is being edited, and what is wrong with its text beside it. */
export class CellEditor {
  readonly #input = el('input', { class: 'cell-input', type: 'text', spellcheck: 'false', autocomplete: 'off' });
  readonly #message = el('div', { class: 'cell-message', role: 'alert' });
  readonly #hint = el('div', { id: 'cell-hint', class: 'cell-hint' });
  readonly element = el('div', { id: 'cell-editor', class: 'cell-editor' }, this.#input, this.#message, this.#hint);
  #original: string;
  readonly #events: CellEditorEvents;

  constructor(label: string, original: string, events: CellEditorEvents) {
    this.#original = original;
    this.#events = events;

    setAttributes(this.#input, { 'aria-label': label });
    this.#input.value = original;
    this.#input.addEventListener('input', () => this.showProblem(events.check(this.#input.value)));
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    // Leaving the window is not leaving the cell.
    this.#input.addEventListener('blur', () => {
      if (document.hasFocus() && !this.isWaiting) this.#onLeave();
    });
  }

  /** While the host has not answered yet, the text stays as it was sent. */
  get isWaiting(): boolean {
    return this.#input.readOnly;
  }

  set isWaiting(waiting: boolean) {
    this.#input.readOnly = waiting;
  }

  get isTouched(): boolean {
    return this.#input.value !== this.#original;
  }

  /** Puts the cursor in; a typed character takes the place of the whole text. */
  start(typed: string | undefined): void {
    this.#input.focus({ preventScroll: true });
    if (typed === undefined) this.#input.select();
    else {
      this.#input.value = typed;
      this.showProblem(this.#events.check(typed));
    }
  }

  /** Takes a key that was pressed before this editor was there. */
  take(event: KeyboardEvent): void {
    if (event.key.length > 1) return this.#onKey(event);
    const { selectionStart, selectionEnd, value } = this.#input;
    this.#input.setRangeText(event.key, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    this.showProblem(this.#events.check(this.#input.value));
  }

  /** The table has changed meanwhile: an untouched text follows it. */
  setOriginal(text: string): void {
    if (!this.isTouched) {
      this.#input.value = text;
      this.#input.select();
    }
    this.#original = text;
  }

  /** What can be typed, as long as nothing is wrong with what is. */
  setHint(hint: string): void {
    this.#hint.textContent = hint;
    setAttributes(this.#input, { 'aria-describedby': 'cell-hint' });
  }

  showProblem(problem: string | null): void {
    this.#message.textContent = problem ?? '';
    setAttributes(this.#input, { 'aria-invalid': problem === null ? null : 'true' });
  }

  #onKey(event: KeyboardEvent): void {
    keepUndo(event);
    const { key, shiftKey } = event;
    // Enter may just end the composition of a character.
    if (event.isComposing) return;
    if (this.isWaiting) this.#events.ahead(event);
    else if (key === 'Enter') this.#commit('stay');
    else if (key === 'Tab') this.#commit(shiftKey ? 'left' : 'right');
    else if (key === 'Escape') this.#events.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #commit(next: 'stay' | 'right' | 'left'): void {
    const text = this.#input.value;
    const problem = this.#events.check(text);
    this.showProblem(problem);
    if (problem === null) this.#events.commit(text, next);
  }

  #onLeave(): void {
    if (this.#events.check(this.#input.value) === null) this.#commit('stay');
    else this.#events.cancel();
  }
}
