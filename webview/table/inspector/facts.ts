import { el, type Child } from '../../shared/dom.js';

/** Names and values under each other. */
export function pairs(...lines: readonly (readonly [name: string, value: Child] | null)[]): HTMLElement {
  return el(
    'dl',
    { class: 'pairs' },
    ...lines.flatMap((line) => (line ? [el('dt', {}, line[0]), el('dd', {}, line[1])] : [])),
  );
}
