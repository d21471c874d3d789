import { parseInput } from '../../../src/core/table/input.js';
import type { Assignment } from '../../../src/protocol/review.js';
import { button, setInvalid, textField } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { shortNumber } from '../../shared/text/numbers.js';
import { describeRows } from './describeRows.js';
import type { ReviewModel } from '../model.js';
import { SourceBox } from './sourceBox.js';
import { t } from '../../../src/core/texts/translate.js';

export interface FixBarEvents {
  readonly onAssign: (assignment: Assignment) => void;
  readonly onStep: (step: 'undo' | 'redo') => void;
  /** The user goes back to the rows. */
  readonly onLeave: () => void;
}

/** Under the rows: what the selected ones are, and another source for them by hand. */
export class FixBar {
  readonly #source = new SourceBox({
    onChoose: (entry) => this.#assign({ kind: 'entry', entry }),
    onLeave: () => this.#events.onLeave(),
  });
  readonly #scale = textField({
    id: 'fix-scale',
    label: t`Scale`,
    onInput: (text) => this.#showInput(text === '' ? null : problemOf(text)),
    onEnter: () => this.#assignScale(),
  });
  readonly #setScale = button({
    id: 'fix-set-scale',
    label: t`Set Scale`,
    look: 'secondary',
    onClick: () => this.#assignScale(),
  });
  readonly #neighbour = button({
    id: 'fix-neighbour',
    label: t`Take the Neighbour's`,
    look: 'secondary',
    onClick: () => this.#events.onAssign({ kind: 'neighbour' }),
  });
  readonly #leaveOut = button({
    id: 'fix-nothing',
    label: t`Leave Out`,
    look: 'secondary',
    onClick: () => this.#events.onAssign({ kind: 'nothing' }),
  });
  readonly #undo = button({
    id: 'fix-undo',
    label: t`Undo`,
    hint: t`Undo (Ctrl+Z)`,
    icon: 'undo',
    compact: true,
    onClick: () => this.#events.onStep('undo'),
  });
  readonly #redo = button({
    id: 'fix-redo',
    label: t`Redo`,
    hint: t`Redo (Ctrl+Y)`,
    icon: 'redo',
    compact: true,
    onClick: () => this.#events.onStep('redo'),
  });
  readonly #what = el('p', { id: 'fix-what', class: 'fix-what' });
  readonly #message = el('p', { id: 'fix-message', class: 'fix-message', role: 'alert' });
  readonly element = el(
    'section',
    { id: 'fix-bar', class: 'fix-bar', 'aria-label': t`Fix by hand` },
    this.#what,
    el(
      'div',
      { class: 'fix-form' },
      this.#source.element,
      this.#scale,
      this.#setScale,
      this.#neighbour,
      this.#leaveOut,
      this.#undo,
      this.#redo,
    ),
    this.#message,
  );
  #shown = '';
  readonly #events: FixBarEvents;

  constructor(events: FixBarEvents) {
    this.#events = events;

    this.#scale.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') events.onLeave();
    });
  }

  /** The plan has changed; what is being typed stays. */
  update(model: ReviewModel): void {
    this.#source.update(model.message);
    const { undo, redo } = model.message.steps;
    this.#undo.disabled = undo === 0;
    this.#redo.disabled = redo === 0;
  }

  /** Shows which rows are selected. */
  select(model: ReviewModel, rows: Uint32Array): void {
    fill(this.#what, ...describeRows(model, rows));
    this.element.classList.toggle('idle', rows.length === 0);
    this.#hint(model, rows);
    const shown = `${rows.length} ${rows[0]} ${rows.at(-1)}`;
    if (shown !== this.#shown) this.#clear();
    this.#shown = shown;
  }

  focus(typed?: string): void {
    this.#source.focus(typed);
  }

  showProblem(problem: string | null): void {
    fill(this.#message, problem !== null && icon('error'), problem);
  }

  /** What the row has now stands in the empty boxes. */
  #hint({ message }: ReviewModel, rows: Uint32Array): void {
    const [row] = rows;
    const only = rows.length === 1 ? (row ?? -1) : -1;
    const scale = message.scales[only] ?? NaN;
    this.#source.hint(message.from[only] ?? '', row !== undefined);
    this.#scale.placeholder = Number.isNaN(scale) ? '0.0130' : shortNumber(scale);
    for (const control of [this.#scale, this.#setScale, this.#neighbour, this.#leaveOut])
      control.disabled = row === undefined;
  }

  #clear(): void {
    this.#source.clear();
    this.#scale.value = '';
    this.#showInput(null);
  }

  #assignScale(): void {
    const input = parseInput(this.#scale.value, 'scale', 'scale');
    if ('value' in input) this.#assign({ kind: 'scale', scale: input.value });
    else this.#showInput(input.problem);
  }

  /** Chosen or typed: the rows have their source, and the user is back among them. */
  #assign(assignment: Assignment): void {
    this.#clear();
    this.#events.onAssign(assignment);
    this.#events.onLeave();
  }

  #showInput(problem: string | null): void {
    setInvalid(this.#scale, problem !== null);
    this.showProblem(problem);
  }
}

function problemOf(text: string): string | null {
  const input = parseInput(text, 'scale', 'scale');
  return 'problem' in input ? input.problem : null;
}
