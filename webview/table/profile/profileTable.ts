import { grouped } from '../../../src/core/render/counts.js';
import { el } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { nameAt, typeAt, type TableModel } from '../model.js';
import type { Profile } from './profile.js';

/** So many positions are listed; all of them are in the rows and in the CSV. */
const MOST = 200;

/** The profile as a table, for those who can't see it. */
export function profileTable(model: TableModel, { entries, outliers }: Profile): HTMLElement {
  const listed = Array.from(entries.subarray(0, MOST));
  const rest = entries.length - listed.length;
  return el(
    'table',
    {},
    el('caption', {}, `Ranges by position${rest > 0 ? `, the first ${MOST}; ${grouped(rest)} more in the rows` : ''}`),
    el('tr', {}, ...['Name', 'Type', '± Range', 'Stands out'].map((title) => el('th', { scope: 'col' }, title))),
    ...listed.map((entry, position) =>
      el(
        'tr',
        {},
        el('td', {}, nameAt(model, entry)),
        el('td', {}, typeAt(model, entry)),
        el('td', {}, plainNumber(model.ranges[entry] ?? NaN)),
        el('td', {}, outliers.has(position) ? 'yes' : ''),
      ),
    ),
  );
}
