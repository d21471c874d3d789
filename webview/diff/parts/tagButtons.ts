import { button, setPressed, type Button } from '../../shared/controls.js';
import { el, fill, setLabel, setTooltip, toggle } from '../../shared/dom.js';
import { grouped } from '../../../src/core/render/counts.js';
import { TAGS, type Tag } from './tags.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';
import { capital } from '../../shared/text/capital.js';

const HINTS: Readonly<Record<Tag, string>> = {
  changed: t`pairs whose scale changed beyond the threshold`,
  same: t`pairs whose scale stayed within the threshold`,
  renamed: t`pairs with another name`,
  renumbered: t`pairs whose name differs in its numbers only`,
  removed: t`entries that only the old table has`,
  added: t`entries that only the new table has`,
  doubtful: t`pairs that may not be the same tensor`,
};

/** What does not occur needs no button; these two tell most when they are 0. */
const ALWAYS: readonly Tag[] = ['changed', 'same'];

/** A button for each tag with its count: together the summary of the comparison and the choice of what is shown. */
export class TagButtons {
  readonly #buttons: ReadonlyMap<Tag, Button>;
  readonly element: HTMLElement;
  #shown: readonly Tag[] = [];
  readonly #onShow: (shown: readonly Tag[]) => void;

  constructor(onShow: (shown: readonly Tag[]) => void) {
    this.#onShow = onShow;

    this.#buttons = new Map(TAGS.map((tag) => [tag, this.#button(tag)]));
    this.element = el(
      'span',
      { id: 'tags', class: 'segmented tags', role: 'group', 'aria-label': t`Shown rows` },
      ...this.#buttons.values(),
    );
  }

  update(counts: Readonly<Record<Tag, number>>): void {
    for (const [tag, control] of this.#buttons) {
      const count = grouped(counts[tag]);
      // The toolkit gives a span in a button the size of an icon.
      fill(control, `${capital(word(tag))} `, el('b', { class: 'tag-count', 'data-count': tag }, count));
      setLabel(control, `${capital(word(tag))} ${count}`);
      setTooltip(control, t`${count} ${HINTS[tag]}. Click to show or hide, Alt+click to show only these.`);
      toggle(control, counts[tag] > 0 || ALWAYS.includes(tag));
    }
  }

  show(shown: readonly Tag[]): void {
    this.#shown = shown;
    for (const [tag, control] of this.#buttons) setPressed(control, shown.includes(tag));
  }

  #button(tag: Tag): Button {
    const control = button({ id: `show-${tag}`, label: capital(word(tag)), onClick: () => undefined });
    control.addEventListener('click', ({ altKey }) => this.#onShow(this.#after(tag, altKey)));
    return control;
  }

  #after(tag: Tag, only: boolean): readonly Tag[] {
    if (only) return [tag];
    return TAGS.filter((other) => (other === tag ? !this.#shown.includes(tag) : this.#shown.includes(other)));
  }
}
