import type { OutputsActionMessage, OutputsMessage } from '../../../src/protocol/outputs.js';
import { meanDb } from '../../../src/core/run/meanDb.js';
import { counted } from '../../../src/core/render/counts.js';
import { button, textField, type TextField } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { decibelText } from '../../shared/text/shares.js';
import { t } from '../../../src/core/texts/translate.js';

export interface SummaryEvents {
  readonly onAction: (action: OutputsActionMessage['action']) => void;
  readonly onEpsilon: (epsilon: number) => void;
}

/** The head: which dumps, how good the outputs are as a whole, and beyond what a difference counts. */
export class Summary {
  readonly element = el('header', { id: 'strip', class: 'strip' });
  readonly #epsilon: TextField;
  readonly #problem = el('span', { id: 'epsilon-problem', class: 'problem', role: 'alert' });
  readonly #events: SummaryEvents;
  /** What is counted by, or has been asked for. */
  #taken = NaN;

  constructor(events: SummaryEvents) {
    this.#events = events;
    this.#epsilon = textField({
      id: 'epsilon',
      label: t`Epsilon`,
      onInput: () => (this.#problem.textContent = ''),
      onEnter: () => this.#take(),
    });
    this.#epsilon.addEventListener('change', () => this.#take());
  }

  update({ firstFile, secondFile, tensors, epsilon }: OutputsMessage): void {
    const act = (id: string, label: string, action: OutputsActionMessage['action']): HTMLElement =>
      button({ id, label, look: 'secondary', onClick: () => this.#events.onAction(action) });
    this.#taken = epsilon;
    this.#epsilon.value = String(epsilon);
    const mean = meanDb(tensors.map(({ sqnrDb }) => sqnrDb));
    const [worst] = tensors;
    fill(
      this.element,
      el('h1', {}, t`Outputs`),
      el(
        'p',
        { id: 'files', class: 'files' },
        el('b', {}, firstFile),
        el('span', { class: 'muted' }, t` as it should be, and `),
        el('b', {}, secondFile),
        act('swap', t`Exchange`, 'swap'),
        act('choose-first', t`Other First…`, 'chooseFirst'),
        act('choose-second', t`Other Second…`, 'chooseSecond'),
      ),
      worst
        ? el(
            'p',
            { id: 'verdict' },
            t`${counted(tensors.length, t`output`, t`outputs`)}, ${decibelText(mean)} in the mean; the worst, ${worst.name}, has ${decibelText(worst.sqnrDb)}.`,
          )
        : null,
      el(
        'p',
        { class: 'actions' },
        el('span', { class: 'muted' }, t`Count elements that differ by more than`),
        this.#epsilon,
        this.#problem,
      ),
    );
  }

  #take(): void {
    const epsilon = Number(this.#epsilon.value.trim().replace(',', '.'));
    if (this.#epsilon.value.trim() === '' || !(epsilon >= 0 && epsilon < Infinity)) {
      this.#problem.textContent = t`Type a number, such as 0.001.`;
      return;
    }
    if (epsilon === this.#taken) return;
    this.#taken = epsilon;
    this.#events.onEpsilon(epsilon);
  }
}
