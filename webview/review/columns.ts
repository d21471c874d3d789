import { el } from '../shared/dom.js';
import type { Column } from '../shared/grid/column.js';
import { icon, type IconName } from '../shared/icons.js';
import { nameColumn, numberColumn, textColumn } from '../shared/plainColumns.js';
import { STATUSES, type ReviewModel, type Status } from './model.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';

/** The columns of a plan. */
export function columnsOf({ message, statuses, ranges }: ReviewModel): readonly Column[] {
  const indexWidth = Math.max(4, String(message.names.length).length + 3);
  return [
    {
      id: 'index',
      label: '#',
      hint: t`Position in the new file`,
      width: [indexWidth, indexWidth],
      align: 'end',
      frozen: true,
      text: (row) => String(row + 1),
      sort: (row) => row,
    },
    {
      id: 'status',
      label: t`Status`,
      hint: t`Whether the row can be trusted`,
      width: [11.5, 12],
      tight: 10,
      text: (row) => statuses[row] ?? '',
      term: 'status',
      sort: (row) => STATUSES.indexOf(statuses[row] ?? 'ok'),
      title: (row) => word(statuses[row] ?? ''),
      draw: drawStatus,
    },
    nameColumn('from', t`From`, t`Entry of the source that the scale is taken from`, message.from),
    nameColumn('to', t`To`, t`Name in the new file`, message.names),
    {
      ...textColumn('type', t`Type`, t`Type of the layer, where the network tells`, [12, 14], message.types),
      givesWay: 1,
      isEmpty: !message.types.some(Boolean),
    },
    {
      id: 'rule',
      givesWay: 2,
      label: t`Rule`,
      hint: t`How the source entry was found`,
      width: [10, 14],
      text: (row) => message.rules[row] ?? '',
      title: (row) => word(message.rules[row] ?? ''),
      draw: (cell, _row, text) => void (cell.textContent = word(text)),
      term: 'rule',
    },
    { ...numberColumn('scale', t`Scale`, t`Scale in the new file`, message.scales), givesWay: 0 },
    numberColumn('range', t`± Range`, t`Dynamic range: 127 × scale`, ranges),
    // Room is for names as long as there is no doubt.
    {
      ...textColumn('doubt', t`Doubt`, t`Why the row could be wrong`, [16, 'rest'], message.doubts),
      tight: 9,
      isEmpty: !message.doubts.some(Boolean),
    },
  ];
}

const ICONS: Readonly<Record<Status, IconName>> = { ok: 'check', doubt: 'warning', missing: 'error' };

function drawStatus(cell: HTMLElement, _row: number, text: string): void {
  cell.replaceChildren(el('span', { class: `status status-${text}` }, icon(ICONS[text as Status]), word(text)));
}
