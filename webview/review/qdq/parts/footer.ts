import { counted } from '../../../../src/core/render/counts.js';
import type { ReviewDoneMessage } from '../../../../src/protocol/review.js';
import { button } from '../../../shared/controls.js';
import { el } from '../../../shared/dom.js';
import type { QdqModel } from '../model.js';
import { t } from '../../../../src/core/texts/translate.js';

/** Writing the model or giving up, and in a sentence what will be written. */
export class QdqFooter {
  readonly #note = el('p', { id: 'write-note', class: 'write-note', role: 'status' });
  readonly element: HTMLElement;

  constructor(post: (message: ReviewDoneMessage) => void) {
    const done = (write: boolean) => (): void => post({ type: 'done', write, incomplete: false });
    this.element = el(
      'footer',
      { id: 'footer', class: 'footer' },
      this.#note,
      el(
        'span',
        { class: 'footer-buttons' },
        button({ id: 'write', label: t`Write Model…`, look: 'primary', onClick: done(true) }),
        button({ id: 'cancel', label: t`Cancel`, look: 'secondary', onClick: done(false) }),
      ),
    );
  }

  update({ message: { placed, weights, modelFile } }: QdqModel): void {
    this.#note.textContent = t`A copy of ${modelFile} with ${counted(placed + weights, t`Q/DQ pair`, t`Q/DQ pairs`)}; all else in it stays as it is.`;
  }
}
