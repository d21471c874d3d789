import { layerPrecisions } from '../../../src/core/run/report/floatLists.js';
import { shellArgument } from '../../../src/core/render/shell.js';
import { counted } from '../../../src/core/render/counts.js';
import { button, textField, type TextField } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { shareText, decibelText } from '../../shared/text/shares.js';
import { tensorsIn, type RankModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

export interface ActionEvents {
  readonly onWithout: (names: readonly string[]) => void;
  readonly onReach: (decibels: number) => void;
  readonly onShow: (name: string) => void;
  readonly onTune: (names: readonly string[]) => void;
  readonly onMark: (names: readonly string[]) => void;
  readonly onCopy: (text: string, what: string) => void;
}

/** The selected tensors: what is known of them, and what can be done about them. */
export class Actions {
  readonly element: HTMLElement;
  readonly #told = el('div', { id: 'selected', class: 'told' });
  readonly #problem = el('p', { id: 'problem', class: 'problem', role: 'alert' });
  readonly #reach: TextField;
  readonly #events: ActionEvents;
  #model: RankModel | null = null;
  #rows: readonly number[] = [];

  constructor(events: ActionEvents) {
    this.#events = events;
    this.#reach = textField({
      id: 'reach',
      label: t`Decibels that the outputs are to reach`,
      placeholder: '30',
      onInput: () => this.showProblem(null),
      onEnter: () => this.#propose(),
    });
    const act = (id: string, label: string, onClick: () => void): HTMLElement =>
      button({ id, label, look: 'secondary', onClick });
    this.element = el(
      'aside',
      { id: 'details', class: 'details', 'aria-label': t`Selected tensors` },
      this.#told,
      el(
        'div',
        { class: 'actions' },
        button({
          id: 'without',
          label: t`Measure Without These`,
          look: 'primary',
          onClick: () => this.#withoutThese(),
        }),
        act('show-tensor', t`Show in Table`, () => this.show()),
        act('tune', t`Tune These Ranges`, () => this.#withNames((names) => events.onTune(names))),
        act('mark', t`Mark…`, () => this.mark()),
        el('span', { class: 'muted' }, t`Copy as`),
        act('copy-precisions', '--layerPrecisions', () => this.#copy(({ nodes }) => layerPrecisions(nodes))),
        act('copy-exclude', '--exclude', () =>
          this.#copy(({ names }) => names.map((name) => `--exclude ${shellArgument(name)}`).join(' ')),
        ),
        act('copy-names', t`Names`, () => this.#copy(({ names }) => names.map((name) => `${name}\n`).join(''))),
        el('span', { class: 'spacer' }),
        el(
          'span',
          { class: 'proposing' },
          act('propose', t`Propose What to Leave in Float`, () => this.#propose()),
          el('span', { class: 'muted' }, t`for`),
          this.#reach,
          el('span', { class: 'muted' }, 'dB'),
        ),
      ),
      this.#problem,
    );
  }

  update(model: RankModel, rows: readonly number[]): void {
    this.#model = model;
    this.#rows = rows;
    fill(this.#told, ...this.#lines(model, rows));
  }

  /** Goes to the first of the selected tensors in the table. */
  show(): void {
    this.#withNames(([name]) => name !== undefined && this.#events.onShow(name));
  }

  /** Notes something of the selected tensors. */
  mark(): void {
    this.#withNames((names) => this.#events.onMark(names));
  }

  /** What is going on, or why something was not done; null takes it away. */
  showProblem(problem: string | null): void {
    this.#problem.textContent = problem ?? '';
  }

  #lines(model: RankModel, rows: readonly number[]): HTMLElement[] {
    const [row] = rows;
    const tensor = row === undefined ? undefined : model.message.tensors[row];
    if (!tensor)
      return [el('p', { class: 'muted' }, t`Select tensors to see what they cost, and to measure without them.`)];
    if (rows.length > 1)
      return [
        el(
          'p',
          {},
          t`${counted(rows.length, t`tensor`, t`tensors`)} selected, read by ${tensorsIn(model, rows).nodes.join(', ')}`,
        ),
      ];
    const { name, aloneDb, localDb, clippedShare, range, amax, nodes } = tensor;
    return [
      el(
        'p',
        {},
        el('span', { class: 'details-name' }, name),
        el('span', { class: 'muted' }, t` read by ${nodes.join(', ')}`),
      ),
      el(
        'p',
        {},
        t`Alone in INT8 it leaves the outputs ${decibelText(aloneDb)}; its own values keep ${decibelText(localDb)}. ` +
          t`Range ±${plainNumber(range, 4)}, largest |x| ${plainNumber(amax, 4)}, ${shareText(clippedShare)} clipped, step ${plainNumber(range / 127, 3)}.`,
      ),
    ];
  }

  #withNames(act: (names: readonly string[]) => void): void {
    const names = this.#model ? tensorsIn(this.#model, this.#rows).names : [];
    this.showProblem(names.length === 0 ? t`Select tensors first.` : null);
    if (names.length > 0) act(names);
  }

  #withoutThese(): void {
    this.#withNames((names) => this.#events.onWithout(names));
  }

  #copy(textOf: (tensors: ReturnType<typeof tensorsIn>) => string): void {
    this.#withNames((names) => {
      if (this.#model)
        this.#events.onCopy(textOf(tensorsIn(this.#model, this.#rows)), counted(names.length, t`tensor`, t`tensors`));
    });
  }

  #propose(): void {
    const decibels = Number(this.#reach.value.trim().replace(',', '.') || '30');
    if (!Number.isFinite(decibels))
      return this.showProblem(t`"${this.#reach.value}" is no number of decibels, such as 30.`);
    this.#events.onReach(decibels);
  }
}
