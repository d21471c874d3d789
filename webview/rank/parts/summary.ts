import type { RankActionMessage, RankMessage } from '../../../src/protocol/rank.js';
import { counted } from '../../../src/core/render/counts.js';
import { button } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { icon } from '../../shared/icons.js';
import { decibelText } from '../../shared/text/shares.js';
import type { RankModel } from '../model.js';
import { outputsTable } from './outputsTable.js';
import { t } from '../../../src/core/texts/translate.js';

export interface SummaryEvents {
  readonly onAction: (action: RankActionMessage['action']) => void;
  /** A count of tensors was clicked. */
  readonly onCount: (value: string) => void;
}

/** The head: what was run on what, what the outputs are worth, and what is proposed. */
export class Summary {
  readonly element = el('header', { id: 'strip', class: 'strip' });
  readonly #age = el(
    'p',
    { id: 'age', class: 'finding-line', role: 'status' },
    icon('warning'),
    el('span', {}, t`Table, model or inputs are no longer what was measured: run again.`),
  );
  readonly #events: SummaryEvents;

  constructor(events: SummaryEvents) {
    this.#events = events;
  }

  update(model: RankModel): void {
    const { message } = model;
    this.showAge(message.isOld);
    fill(
      this.element,
      el('h1', {}, t`Which layers suffer`),
      this.#files(message),
      this.#age,
      message.isNoise && line('warning', t`Noise is a hint at most: one real input tells more.`),
      el('div', { class: 'measured' }, outputsTable(message), el('div', { class: 'told' }, ...this.#told(model))),
    );
  }

  showAge(isOld: boolean): void {
    toggle(this.#age, isOld);
  }

  #files({ tableFile, modelFile, inputs }: RankMessage): HTMLElement {
    const act = (id: string, label: string, action: RankActionMessage['action']): HTMLElement =>
      button({ id, label, look: 'secondary', onClick: () => this.#events.onAction(action) });
    return el(
      'p',
      { id: 'files', class: 'files' },
      el('b', {}, tableFile),
      el('span', { class: 'muted' }, t` by `),
      el('b', {}, modelFile),
      el('span', { class: 'muted' }, t` on ${inputs}`),
      act('run-again', t`Run Again`, 'again'),
      act('other-inputs', t`Other Inputs…`, 'otherInputs'),
      act('add-table', t`Measure Another Table Too…`, 'addTable'),
      act('save-histograms', t`Save Histograms…`, 'saveHistograms'),
      act('forget', t`Forget`, 'forget'),
    );
  }

  #told({ message, proposed, excluded }: RankModel): HTMLElement[] {
    const { proposal, tables, notes, without, all } = message;
    return [
      ...(without === null
        ? []
        : [
            el(
              'p',
              { id: 'gain' },
              countButton(
                { key: 'is', value: 'left-out' },
                t`Show them`,
                () => this.#events.onCount('left-out'),
                t`${counted(excluded.size, t`tensor`, t`tensors`)} in float`,
              ),
              t`: the outputs go from ${decibelText(all)} to ${decibelText(without)}.`,
            ),
          ]),
      ...(proposal
        ? [
            el(
              'p',
              { id: 'proposal' },
              ...(proposal.names.length === 0
                ? [t`Nothing has to stay in float for ${decibelText(proposal.reach)}.`]
                : [
                    t`For ${decibelText(proposal.reach)} leave `,
                    countButton(
                      { key: 'is', value: 'proposed' },
                      t`Show them`,
                      () => this.#events.onCount('proposed'),
                      counted(proposed.size, t`tensor`, t`tensors`),
                    ),
                    t` in float: ${proposal.names.map((name, i) => `${name} (${decibelText(proposal.steps[i] ?? NaN)})`).join(', ')}.`,
                    proposal.isReached ? '' : t` It does not get there.`,
                  ]),
            ),
          ]
        : []),
      ...tables.map(({ file, all: db, activationsOnly }, i) =>
        el(
          'p',
          { class: 'table-line' },
          el('b', {}, file),
          t` ${decibelText(db)}, activations alone ${decibelText(activationsOnly)}${i === 0 ? t`: the best on these inputs` : ''}`,
        ),
      ),
      ...notes.map((note) => line('info', note)),
    ];
  }
}

function line(kind: 'warning' | 'info', text: string): HTMLElement {
  return el('p', { class: 'finding-line' }, icon(kind), el('span', {}, text));
}
