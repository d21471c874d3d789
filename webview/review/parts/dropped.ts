import type { CopyMessage } from '../../../src/protocol/common.js';
import type { ReviewMessage } from '../../../src/protocol/review.js';
import { button } from '../../shared/controls.js';
import { el, toggle } from '../../shared/dom.js';
import { cappedList, Fold } from '../../shared/fold.js';
import { counted } from '../../../src/core/render/counts.js';
import { toTsv } from '../../shared/text/tsv.js';
import { t } from '../../../src/core/texts/translate.js';

/** So many are listed; all can be copied. */
const MOST_LISTED = 500;

/** The entries of the source that have no place in the new file, each with the reason. Opens on demand. */
export class Dropped {
  readonly #fold = new Fold({ id: 'dropped' });
  readonly element = el('div', { class: 'dropped', hidden: true }, this.#fold.element);
  readonly #post: (message: CopyMessage) => void;

  constructor(post: (message: CopyMessage) => void) {
    this.#post = post;
  }

  update({ dropped }: ReviewMessage): void {
    const title = counted(dropped.length, t`dropped entry`, t`dropped entries`);
    toggle(this.element, dropped.length > 0);
    this.#fold.update([title], () => [
      ...cappedList('dropped-list', title, dropped, MOST_LISTED, ({ name, why }) =>
        el('li', {}, el('span', { class: 'mono' }, name), el('span', { class: 'muted' }, why)),
      ),
      button({ id: 'copy-dropped', label: t`Copy List`, icon: 'copy', onClick: () => this.#copy(dropped) }),
    ]);
  }

  open(): void {
    this.#fold.element.open = true;
  }

  #copy(dropped: ReviewMessage['dropped']): void {
    const text = toTsv(
      [t`Name`, t`Reason`],
      dropped.map(({ name, why }) => [name, why]),
    );
    this.#post({ type: 'copy', text, what: counted(dropped.length, t`dropped entry`, t`dropped entries`) });
  }
}
