import { grouped } from '../../../src/core/render/counts.js';
import { el } from '../../shared/dom.js';
import { nameAt, typeAt, type TableModel } from '../model.js';
import { MEASURE_KINDS } from './measures.js';
import type { Profile } from './profile.js';
import { t } from '../../../src/core/texts/translate.js';

/** So many positions are listed; all of them are in the rows and in the CSV. */
const MOST = 200;

/** The profile as a table, for those who can't see it. */
export function profileTable(model: TableModel, { entries, outliers, measure }: Profile): HTMLElement {
  const { label, valueAt, text } = MEASURE_KINDS[measure];
  const listed = Array.from(entries.subarray(0, MOST));
  const rest = entries.length - listed.length;
  return el(
    'table',
    {},
    el(
      'caption',
      {},
      t`${label} by position${rest > 0 ? t`, the first ${MOST}; ${grouped(rest)} more in the rows` : ''}`,
    ),
    el('tr', {}, ...[t`Name`, t`Type`, label, t`Stands out`].map((title) => el('th', { scope: 'col' }, title))),
    ...listed.map((entry, position) =>
      el(
        'tr',
        {},
        el('td', {}, nameAt(model, entry)),
        el('td', {}, typeAt(model, entry)),
        el('td', {}, text(valueAt(model, entry))),
        el('td', {}, outliers.has(position) ? t`yes` : ''),
      ),
    ),
  );
}
