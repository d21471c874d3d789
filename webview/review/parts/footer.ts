import type { ReviewDoneMessage } from '../../../src/protocol/review.js';
import { button, checkbox } from '../../shared/controls.js';
import { el, fill, setLabel, toggle } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { counted } from '../../../src/core/render/counts.js';
import type { ReviewModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** Writing the file or giving up, and why it can't be written yet. */
export class Footer {
  /** A live region: the reason comes and goes with what is done by hand. */
  readonly #note = el('p', { id: 'write-note', class: 'write-note', role: 'status' });
  readonly #incomplete = checkbox('write-incomplete', t`Write it incomplete all the same`, () => this.#show());
  readonly #write = button({ id: 'write', label: t`Write…`, look: 'primary', onClick: () => this.#onWrite() });
  readonly element = el(
    'footer',
    { id: 'footer', class: 'footer' },
    this.#note,
    this.#incomplete,
    el(
      'span',
      { class: 'footer-buttons' },
      this.#write,
      button({
        id: 'cancel',
        label: t`Cancel`,
        look: 'secondary',
        onClick: () => this.#post({ type: 'done', write: false, incomplete: false }),
      }),
    ),
  );
  #missing = 0;
  #isEmpty = false;
  #needsEveryRow = false;
  readonly #post: (message: ReviewDoneMessage) => void;

  constructor(post: (message: ReviewDoneMessage) => void) {
    this.#post = post;
  }

  update({ message, counts: { missing, all } }: ReviewModel): void {
    // Leave to write without some rows is no leave to write without more.
    if (missing > this.#missing) this.#incomplete.checked = false;
    this.#missing = missing;
    this.#isEmpty = missing === all;
    this.#needsEveryRow = message.needsEveryRow;
    setLabel(this.#write, message.action);
    this.#write.replaceChildren(message.action);
    this.#show();
  }

  #show(): void {
    const blocks = this.#missing > 0 && this.#needsEveryRow;
    toggle(this.#incomplete, blocks && !this.#isEmpty);
    this.#write.disabled = this.#isEmpty || (blocks && !this.#incomplete.checked);
    const note = this.#isEmpty ? NOTHING : noteOf(this.#missing, this.#needsEveryRow);
    // Said again, it would be read out again.
    if (this.#note.textContent !== note)
      fill(
        this.#note,
        note !== '' && icon(this.#needsEveryRow || this.#isEmpty ? 'error' : 'info'),
        el('span', {}, note),
      );
  }

  #onWrite(): void {
    this.#post({ type: 'done', write: true, incomplete: this.#missing > 0 });
  }
}

const NOTHING = t`No entry has a scale: there is nothing to write. Give at least one a source by hand.`;

function noteOf(missing: number, needsEveryRow: boolean): string {
  if (missing === 0) return '';
  if (!needsEveryRow)
    return t`${counted(missing, t`entry has no scale and is`, t`entries have no scale and are`)} left out of the file.`;
  return t`${counted(missing, t`layer has`, t`layers have`)} no scale: nvdla_compiler would abort. Give ${missing === 1 ? t`it` : t`them`} one, or write the file incomplete.`;
}
