import { button } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';
import { isChange } from './tags.js';
import type { ViewState } from '../viewState.js';

/** What stands in place of rows: that nothing differs, or that the filters leave nothing. */
export function nothingShown(
  tags: Uint8Array,
  { filter, span, threshold }: ViewState,
  onShowAll: () => void,
): HTMLElement {
  const isEqual = filter.text === '' && !span && !tags.some(isChange);
  const text = isEqual
    ? `The two tables are the same${threshold > 0 ? ' within the threshold' : ''}.`
    : 'No row passes the filters.';
  return el(
    'div',
    { id: 'no-match', class: 'no-match' },
    el('span', {}, text),
    button({ id: 'show-all', label: 'Show All', look: 'secondary', onClick: onShowAll }),
  );
}
