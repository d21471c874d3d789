import { el } from '../shared/dom.js';
import type { Column } from '../shared/grid/column.js';
import { icon, type IconName } from '../shared/icons.js';
import { fullNumber, shortNumber } from '../shared/text/numbers.js';
import { STATUSES, type ReviewModel, type Status } from './model.js';

/** The columns of a plan. */
export function columnsOf({ message, statuses, ranges }: ReviewModel): readonly Column[] {
  const indexWidth = Math.max(4, String(message.names.length).length + 3);
  return [
    {
      id: 'index',
      label: '#',
      hint: 'Position in the new file',
      width: [indexWidth, indexWidth],
      align: 'end',
      frozen: true,
      text: (row) => String(row + 1),
      sort: (row) => row,
    },
    {
      id: 'status',
      label: 'Status',
      hint: 'Whether the row can be trusted',
      width: [11.5, 12],
      text: (row) => statuses[row] ?? '',
      term: 'status',
      sort: (row) => STATUSES.indexOf(statuses[row] ?? 'ok'),
      draw: drawStatus,
    },
    nameColumn('from', 'From', 'Entry of the source that the scale is taken from', message.from),
    nameColumn('to', 'To', 'Name in the new file', message.names),
    // A table of names tells no types: an empty column would only take room.
    ...(message.types.some(Boolean)
      ? [textColumn('type', 'Type', 'Type of the layer, where the network tells', [13, 14], message.types)]
      : []),
    {
      id: 'rule',
      label: 'Rule',
      hint: 'How the source entry was found',
      width: [12, 14],
      text: (row) => message.rules[row] ?? '',
      term: 'rule',
    },
    numberColumn('scale', 'Scale', 'Scale in the new file', message.scales),
    numberColumn('range', '± Range', 'Dynamic range: 127 × scale', ranges),
    // Room is for names as long as there is no doubt.
    textColumn(
      'doubt',
      'Doubt',
      'Why the row could be wrong',
      [message.doubts.some(Boolean) ? 20 : 8, 'rest'],
      message.doubts,
    ),
  ];
}

/** The number of an unnamed layer stands far inside its name, and has to stay in sight. */
const LEAST_OF_NAME = 23;
const MOST_OF_NAME = 52;
/** Shorter columns look torn. */
const LEAST_COLUMN = 9;

function nameColumn(id: string, label: string, hint: string, names: readonly (string | null)[]): Column {
  const usual = usualLength(names) + 3;
  const least = Math.max(LEAST_COLUMN, Math.min(LEAST_OF_NAME, usual));
  return textColumn(id, label, hint, [least, Math.max(least, Math.min(MOST_OF_NAME, usual))], names);
}

/** The length that all but a few names keep: some long ones among numbers must not take the room of the other column. */
function usualLength(names: readonly (string | null)[]): number {
  const lengths = names
    .map((name) => name?.length ?? 0)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return lengths[Math.ceil(lengths.length * 0.95) - 1] ?? 0;
}

function textColumn(
  id: string,
  label: string,
  hint: string,
  width: Column['width'],
  texts: readonly (string | null)[],
): Column {
  const text = (row: number): string => texts[row] ?? '';
  return { id, label, hint, width, text, search: text, term: id };
}

function numberColumn(id: string, label: string, hint: string, values: Float64Array): Column {
  const show =
    (format: (value: number) => string) =>
    (row: number): string => {
      const value = values[row] ?? NaN;
      return Number.isNaN(value) ? '' : format(value);
    };
  return {
    id,
    label,
    hint,
    width: [13, 13],
    align: 'end',
    term: id,
    number: (row) => values[row] ?? NaN,
    text: show(shortNumber),
    title: show(fullNumber),
    copy: show(fullNumber),
    sort: (row) => values[row] ?? NaN,
  };
}

const ICONS: Readonly<Record<Status, IconName>> = { ok: 'check', doubt: 'warning', missing: 'error' };

function drawStatus(cell: HTMLElement, _row: number, text: string): void {
  cell.replaceChildren(el('span', { class: `status status-${text}` }, icon(ICONS[text as Status]), text));
}
