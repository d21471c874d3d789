import { button } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';

/** In place of a table without entries. */
export function emptyPage(onAdd: () => void): HTMLElement {
  return el(
    'section',
    { id: 'empty', class: 'page' },
    el('h1', {}, 'No entries yet'),
    el('p', { class: 'page-hint' }, 'The file is a calibration table without a single entry.'),
    el(
      'div',
      { class: 'page-actions' },
      button({ id: 'add-first', label: 'Add Entry', icon: 'add', look: 'primary', onClick: onAdd }),
    ),
  );
}

/** In place of rows when a filter hides them all. */
export function noMatch(onShowAll: () => void): HTMLElement {
  return el(
    'div',
    { id: 'no-match', class: 'no-match' },
    el('span', {}, 'No entry passes the filter.'),
    button({ id: 'show-all', label: 'Show All', look: 'secondary', onClick: onShowAll }),
  );
}
