import { grouped } from '../../src/core/render/counts.js';
import { el, fill, type Child } from './dom.js';
import { icon } from './icons.js';
import { t } from '../../src/core/texts/translate.js';

export interface FoldOptions {
  readonly id: string;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** A line that opens. What is closed is not drawn, so that a long list costs nothing until it is asked for. */
export class Fold {
  readonly #title = el('span', { class: 'fold-title' });
  readonly #body = el('div', { class: 'fold-body' });
  readonly element: HTMLDetailsElement;
  #draw: () => readonly Child[] = () => [];

  constructor({ id, open = false, onToggle }: FoldOptions) {
    this.element = el(
      'details',
      { id, class: 'fold', open },
      el('summary', { id: `${id}-summary` }, icon('chevron'), this.#title),
      this.#body,
    );
    this.element.addEventListener('toggle', () => {
      this.#fill();
      onToggle?.(this.element.open);
    });
  }

  update(title: readonly Child[], draw: () => readonly Child[]): void {
    fill(this.#title, ...title);
    this.#draw = draw;
    this.#fill();
  }

  #fill(): void {
    fill(this.#body, ...(this.element.open ? this.#draw() : []));
  }
}

/** The first items of a list as lines, and how many more there are. The list scrolls, so the keyboard must be able to reach it. */
export function cappedList<T>(
  id: string,
  label: string,
  items: readonly T[],
  most: number,
  line: (item: T) => HTMLElement,
): HTMLElement[] {
  const rest = items.length - most;
  const list = el(
    'ul',
    { id, class: 'fold-list', tabindex: 0, 'aria-label': label },
    ...items.slice(0, most).map(line),
  );
  return rest > 0 ? [list, el('p', { class: 'muted fold-more' }, t`${grouped(rest)} more`)] : [list];
}
