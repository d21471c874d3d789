import type { ReviewMessage } from '../../../src/protocol/review.js';
import { keepUndo } from '../../shared/controls.js';
import { el, setAttributes } from '../../shared/dom.js';
import { grouped } from '../../../src/core/render/counts.js';
import { shortNumber } from '../../shared/text/numbers.js';
import { findCandidates } from './candidates.js';
import { OptionList, type Option } from './optionList.js';
import { t } from '../../../src/core/texts/translate.js';

/** More options than anyone reads: typing is the way to the rest. */
const MOST_OPTIONS = 100;

export interface SourceBoxEvents {
  readonly onChoose: (entry: number) => void;
  /** The user gives up and goes back to the rows. */
  readonly onLeave: () => void;
}

/** A combobox for an entry of the source. Of our own: the toolkit's has no filter, and no room for 10,000 options. */
export class SourceBox {
  readonly #options = new OptionList((entry) => this.#choose(entry));
  readonly #input = el('input', {
    id: 'fix-source',
    class: 'source-input',
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'fix-source-list',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly element = el(
    'div',
    { class: 'source-box' },
    el('label', { for: 'fix-source' }, t`Source entry`),
    this.#input,
    this.#options.element,
  );
  #message: ReviewMessage | null = null;
  #used: ReadonlySet<string> = new Set();
  readonly #events: SourceBoxEvents;

  constructor(events: SourceBoxEvents) {
    this.#events = events;

    this.#input.addEventListener('input', () => this.#open());
    this.#input.addEventListener('click', () => this.#open());
    this.#input.addEventListener('blur', () => this.#close());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
  }

  update(message: ReviewMessage): void {
    this.#message = message;
    this.#used = new Set(message.from.filter((name) => name !== null));
    if (this.#options.isOpen) this.#open();
  }

  /** `current` stands in the box until something is typed. */
  hint(current: string, enabled: boolean): void {
    this.#input.placeholder = current;
    this.#input.disabled = !enabled;
  }

  clear(): void {
    this.#input.value = '';
    this.#close();
  }

  /** Puts the cursor in and shows what there is; a typed character starts the search. */
  focus(typed: string | undefined): void {
    this.#input.focus();
    if (typed !== undefined) this.#input.value = typed;
    this.#open();
  }

  #open(): void {
    if (!this.#message) return;
    const { value } = this.#input;
    const { entries, total } = findCandidates(this.#message.candidates, this.#used, value, MOST_OPTIONS);
    // Without a search nothing is chosen beforehand: Enter must not assign what nobody looked for.
    this.#options.open(
      entries.map((entry) => this.#option(entry)),
      noteOf(entries.length, total),
      value.trim() === '' ? -1 : 0,
    );
    this.#point();
  }

  #close(): void {
    this.#options.close();
    this.#point();
  }

  #point(): void {
    setAttributes(this.#input, {
      'aria-expanded': String(this.#options.isOpen),
      'aria-activedescendant': this.#options.activeId,
    });
  }

  #option(entry: number): Option {
    const name = this.#message?.candidates[entry] ?? '';
    const scale = this.#message?.candidateScales?.[entry];
    const hints = [!this.#used.has(name) && t`not used`, scale !== undefined && shortNumber(scale)];
    return { entry, name, hint: hints.filter(Boolean).join(' · ') };
  }

  #choose(entry: number): void {
    this.#close();
    this.#events.onChoose(entry);
  }

  #onKey(event: KeyboardEvent): void {
    keepUndo(event);
    // Enter may just end the composition of a character.
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        this.#move(1);
        break;
      case 'ArrowUp':
        this.#move(-1);
        break;
      case 'Enter':
        this.#onEnter();
        break;
      case 'Escape':
        this.#onEscape();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #move(step: 1 | -1): void {
    if (!this.#options.isOpen) this.#open();
    this.#options.move(step);
    this.#point();
  }

  #onEnter(): void {
    const { entry } = this.#options;
    if (entry !== null) this.#choose(entry);
    else this.#open();
  }

  #onEscape(): void {
    if (this.#options.isOpen) this.#close();
    else this.#events.onLeave();
  }
}

function noteOf(shown: number, total: number): string {
  if (total === 0) return t`No entry of the source matches.`;
  return total > shown ? t`${grouped(shown)} of ${grouped(total)} entries; type to find others.` : '';
}
