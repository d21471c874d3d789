import { counted, grouped } from '../../../../src/core/render/counts.js';
import { el, fill } from '../../../shared/dom.js';
import { countButton } from '../../../shared/filter/countButton.js';
import { icon } from '../../../shared/icons.js';
import type { QdqModel, QdqShown } from '../model.js';
import { t } from '../../../../src/core/texts/translate.js';

/** The head of a plan of pairs: what goes where, what it comes to (each number shows its rows), and what one should know. */
export class QdqSummary {
  readonly #files = el('p', { id: 'files', class: 'files' });
  readonly #counts = el('p', { id: 'summary', class: 'summary', role: 'status' });
  readonly #warnings = el('ul', { id: 'warnings', class: 'finding-lines', 'aria-label': t`Good to know` });
  readonly element = el(
    'header',
    { id: 'strip', class: 'strip' },
    el('h1', { id: 'title' }, t`Write scales into an ONNX model (Q/DQ)`),
    this.#files,
    this.#counts,
    this.#warnings,
  );
  readonly #onShow: (shown: QdqShown) => void;

  constructor(onShow: (shown: QdqShown) => void) {
    this.#onShow = onShow;
  }

  update({ message, counts }: QdqModel): void {
    const { tableFile, modelFile, entries, placed, weights, perTensorWeights, warnings } = message;
    fill(this.#files, el('b', {}, tableFile), el('span', { class: 'muted' }, ' → '), el('b', {}, modelFile));
    fill(
      this.#counts,
      this.#link('pair', t`${grouped(placed)} of ${counted(entries, t`entry`, t`entries`)} with a pair`),
      t` on ${counted(counts.pair, t`input`, t`inputs`)} of layers, and pairs on ${counted(weights, t`weight tensor`, t`weight tensors`)} (${perTensorWeights ? t`one scale each` : t`one scale a channel`}) · `,
      this.#link('float', t`${counted(counts.float, t`layer stays`, t`layers stay`)} in float`),
      ...(counts.excluded > 0 ? [' · ', this.#link('excluded', t`${grouped(counts.excluded)} left out by you`)] : []),
      ' · ',
      this.#link('entries', t`${counted(counts.entries, t`entry`, t`entries`)} without a pair`),
    );
    fill(
      this.#warnings,
      ...warnings.map((text) => el('li', { class: 'finding-line' }, icon('info'), el('span', {}, text))),
    );
    this.#warnings.hidden = warnings.length === 0;
  }

  #link(shown: QdqShown, text: string): HTMLElement {
    return countButton({ key: 'is', value: shown }, t`Show only these`, () => this.#onShow(shown), text);
  }
}
