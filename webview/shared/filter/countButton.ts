import { el, type Child } from '../dom.js';
import { asksFor } from './parse.js';

/** A count that shows what it counts when it is clicked, and all again at the next click. */
export interface Counted {
  /** What the filter box asks for then: `is:zero`. */
  readonly key: string;
  readonly value: string;
}

export function countButton(
  { key, value }: Counted,
  title: string,
  onClick: () => void,
  ...shown: Child[]
): HTMLElement {
  const attributes = { type: 'button', class: 'count-button', title, 'data-key': key, 'data-value': value };
  const button = el('button', { ...attributes, 'aria-pressed': 'false' }, ...shown);
  button.addEventListener('click', onClick);
  return button;
}

/** Marks the counts whose entries the filter box shows. */
export function pressCounts(page: HTMLElement, text: string): void {
  for (const button of page.querySelectorAll<HTMLElement>('.count-button')) {
    const { key = '', value = '' } = button.dataset;
    button.setAttribute('aria-pressed', String(asksFor(text, key, value)));
  }
}
