import { el, type Child } from './dom.js';

export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: Child;
  readonly title?: string;
}

/** Labelled facts side by side, as a description list. */
export function factList(facts: readonly Fact[]): HTMLElement {
  return el(
    'dl',
    { class: 'facts' },
    ...facts.map(({ id, label, value, title }) =>
      el('div', { class: 'fact', 'data-fact': id, title }, el('dt', {}, label), el('dd', {}, value)),
    ),
  );
}
