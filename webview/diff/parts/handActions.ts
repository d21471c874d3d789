/** What can be done with the selected rows by hand: their pairs, and the values on their sides. Pure, so that it can be tested. */
import { decided, type Decision, type EntryRef } from '../../../src/core/diff/byHand.js';
import { counted } from '../../../src/core/render/counts.js';
import type { DecideMessage, TakeMessage } from '../../../src/protocol/diff.js';
import { indexAt, nameAt, type DiffModel, type SideName } from '../model.js';
import { isByHand } from './byHandRows.js';
import { t } from '../../../src/core/texts/translate.js';

export interface HandAction {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly message: DecideMessage | TakeMessage;
}

/** The actions for these rows; none where nothing fits. */
export function handActions(model: DiffModel, rows: readonly number[]): HandAction[] {
  return [...pairing(model, rows), ...takingBack(model, rows), ...taking(model, rows)];
}

function pairing(model: DiffModel, rows: readonly number[]): HandAction[] {
  const [first, second, third] = rows;
  if (first === undefined || third !== undefined) return [];
  const [a, b] = [sidesOf(model, first), second === undefined ? null : sidesOf(model, second)];
  if (b === null)
    return a.old && a.new
      ? [decide(model, 'unpair', t`Unpair`, t`These are two tensors`, [{ kind: 'apart', old: a.old, new: a.new }])]
      : [];
  if (a.old && a.new && b.old && b.new)
    return [
      decide(model, 'swap-partners', t`Swap Partners`, t`Each old entry is the tensor of the other new one`, [
        { kind: 'pair', old: a.old, new: b.new },
        { kind: 'pair', old: b.old, new: a.new },
      ]),
    ];
  const [old, next] = [a.old ?? b.old, a.new ?? b.new];
  const isOneEach = old && next && !(a.old && a.new) && !(b.old && b.new);
  return isOneEach
    ? [decide(model, 'pair', t`Pair These`, t`Both entries are one tensor`, [{ kind: 'pair', old, new: next }])]
    : [];
}

/** Decisions about these rows, forgotten. */
function takingBack({ message, ...model }: DiffModel, rows: readonly number[]): HandAction[] {
  const whole = { ...model, message };
  const mine = rows.filter((row) => isByHand(whole, row));
  if (mine.length === 0) return [];
  const sides = mine.map((row) => sidesOf(whole, row));
  const isMine = ({ old, new: next }: Decision): boolean =>
    sides.some((side) => side.old?.index === old.index || side.new?.index === next.index);
  const byHand = message.byHand.filter((decision) => !isMine(decision));
  return [
    {
      id: 'undo-hand',
      label: t`Pair as Found`,
      hint: t`Forget what was decided by hand about the selected rows`,
      message: { type: 'decide', byHand },
    },
  ];
}

function taking(model: DiffModel, rows: readonly number[]): HandAction[] {
  const pairs = rows
    .map((row) => sidesOf(model, row))
    .flatMap(({ old, new: next }) => (old && next ? [{ old, new: next }] : []));
  if (pairs.length === 0) return [];
  const what = pairs.length === 1 ? t`Value` : counted(pairs.length, t`Value`, t`Values`);
  return (['old', 'new'] as const).map((into) => ({
    id: `take-into-${into}`,
    label: into === 'new' ? t`Old ${what} → New Table` : t`New ${what} → Old Table`,
    hint: t`Gives the ${into} table what the other one has, as an edit that is not saved yet`,
    message: { type: 'take', into, rows: pairs },
  }));
}

function decide(model: DiffModel, id: string, label: string, hint: string, more: readonly Decision[]): HandAction {
  return { id, label, hint, message: { type: 'decide', byHand: decided(model.message.byHand, more) } };
}

function sidesOf(model: DiffModel, row: number): { readonly old: EntryRef | null; readonly new: EntryRef | null } {
  const entry = (side: SideName): EntryRef | null => {
    const index = indexAt(model, row, side);
    return index < 0 ? null : { index, name: nameAt(model, row, side) };
  };
  return { old: entry('old'), new: entry('new') };
}
