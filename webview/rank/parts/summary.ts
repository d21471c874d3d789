import type { RankActionMessage, RankMessage } from '../../../src/protocol/rank.js';
import { counted } from '../../../src/core/render/counts.js';
import { button } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { icon } from '../../shared/icons.js';
import { decibelText } from '../../shared/text/shares.js';
import type { RankModel } from '../model.js';
import { outputsTable } from './outputsTable.js';

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
    el('span', {}, 'Table, model or inputs are no longer what was measured: run again.'),
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
      el('h1', {}, 'Which layers suffer'),
      this.#files(message),
      this.#age,
      message.isNoise && line('warning', 'Noise is a hint at most: one real input tells more.'),
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
      el('span', { class: 'muted' }, ' by '),
      el('b', {}, modelFile),
      el('span', { class: 'muted' }, ` on ${inputs}`),
      act('run-again', 'Run Again', 'again'),
      act('other-inputs', 'Other Inputs…', 'otherInputs'),
      act('add-table', 'Measure Another Table Too…', 'addTable'),
      act('save-histograms', 'Save Histograms…', 'saveHistograms'),
      act('forget', 'Forget', 'forget'),
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
                'Show them',
                () => this.#events.onCount('left-out'),
                `${counted(excluded.size, 'tensor', 'tensors')} in float`,
              ),
              `: the outputs go from ${decibelText(all)} to ${decibelText(without)}.`,
            ),
          ]),
      ...(proposal
        ? [
            el(
              'p',
              { id: 'proposal' },
              ...(proposal.names.length === 0
                ? [`Nothing has to stay in float for ${decibelText(proposal.reach)}.`]
                : [
                    `For ${decibelText(proposal.reach)} leave `,
                    countButton(
                      { key: 'is', value: 'proposed' },
                      'Show them',
                      () => this.#events.onCount('proposed'),
                      counted(proposed.size, 'tensor', 'tensors'),
                    ),
                    ` in float: ${proposal.names.map((name, i) => `${name} (${decibelText(proposal.steps[i] ?? NaN)})`).join(', ')}.`,
                    proposal.isReached ? '' : ' It does not get there.',
                  ]),
            ),
          ]
        : []),
      ...tables.map(({ file, all: db, activationsOnly }, i) =>
        el(
          'p',
          { class: 'table-line' },
          el('b', {}, file),
          ` ${decibelText(db)}, activations alone ${decibelText(activationsOnly)}${i === 0 ? ': the best on these inputs' : ''}`,
        ),
      ),
      ...notes.map((note) => line('info', note)),
    ];
  }
}

function line(kind: 'warning' | 'info', text: string): HTMLElement {
  return el('p', { class: 'finding-line' }, icon(kind), el('span', {}, text));
}
