import { button } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';
import { isChange } from './tags.js';
import type { ViewState } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

/** What stands in place of rows: that nothing differs, or that the filters leave nothing. */
export function nothingShown(
  tags: Uint8Array,
  { filter, span, threshold }: ViewState,
  onShowAll: () => void,
): HTMLElement {
  const isEqual = filter.text === '' && !span && !tags.some(isChange);
  const text = isEqual
    ? t`The two tables are the same${threshold > 0 ? t` within the threshold` : ''}.`
    : t`No row passes the filters.`;
  return el(
    'div',
    { id: 'no-match', class: 'no-match' },
    el('span', {}, text),
    button({ id: 'show-all', label: t`Show All`, look: 'secondary', onClick: onShowAll }),
  );
}
