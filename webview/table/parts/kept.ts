import type { KeptPart } from '../../../src/core/formats/format.js';
import { el, fill } from '../../shared/dom.js';
import { cappedList, Fold } from '../../shared/fold.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import type { TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

const MOST_LISTED = 500;

/** What the file holds besides entries, a line for each section: it stays as it is, whatever is edited. */
export class Kept {
  readonly element = el('div', { id: 'kept', class: 'kept' });
  readonly #folds = new Map<string, Fold>();

  update({ message: { kept } }: TableModel): void {
    const folds = kept.map((part) => {
      const fold = this.#foldOf(part.title);
      fold.update([`${part.title}: ${extentOf(part)}`], () => itemsOf(part));
      return fold.element;
    });
    fill(this.element, ...folds);
  }

  /** The same one for a section after each change: it may stand open. */
  #foldOf(title: string): Fold {
    const fold = this.#folds.get(title) ?? new Fold({ id: `kept-${this.#folds.size}` });
    this.#folds.set(title, fold);
    return fold;
  }
}

/** What is in no line of a text is only there. */
function extentOf({ items }: KeptPart): string {
  return isText(items)
    ? counted(items.length, t`line kept as it is`, t`lines kept as they are`)
    : grouped(items.length);
}

function isText(items: KeptPart['items']): boolean {
  return items.some(({ line }) => line > 0);
}

function itemsOf({ title, items }: KeptPart): HTMLElement[] {
  return cappedList('', title, items, MOST_LISTED, ({ name, text, line }) =>
    el(
      'li',
      { title: line > 0 ? t`Line ${line}` : null },
      // A whole line begins with its name.
      !text.startsWith(name) && el('span', { class: 'mono' }, name),
      el('span', { class: text.startsWith(name) ? 'mono' : 'muted' }, text),
    ),
  );
}
