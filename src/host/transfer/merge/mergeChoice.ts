import * as vscode from 'vscode';
import { STAY } from '../../ui/ask.js';
import type { Refused } from '../../../core/transfer/merge.js';
import { counted, grouped } from '../../ui/counted.js';
import type { Offer, OfferedKind, OfferedValue } from './mergeOffer.js';

/** What the user wants to take, and what of its kind can't be taken. */
export interface Choice {
  readonly values: ReadonlySet<OfferedValue>;
  readonly refused: readonly Refused[];
}

/** Kinds of values that can be taken whole. */
export interface Take {
  readonly changed: boolean;
  readonly added: boolean;
}

interface TakeItem extends vscode.QuickPickItem {
  readonly take: Take | null;
}
interface ValueItem extends vscode.QuickPickItem {
  readonly value?: OfferedValue;
}

/** All values of the kinds to take. */
export function wholeChoice({ changed, added }: Offer, take: Take): Choice {
  const kinds = [...(take.changed ? [changed] : []), ...(take.added ? [added] : [])];
  return { values: new Set(kinds.flatMap(({ values }) => values)), refused: kinds.flatMap(({ refused }) => refused) };
}

/** Asks what to take: all that changed, all that is new, both, or entry by entry. Undefined: cancelled. */
export async function askChoice(offer: Offer, title: string): Promise<Choice | undefined> {
  const chosen = await vscode.window.showQuickPick(takeItems(offer), { ...STAY, title, placeHolder: 'Which values?' });
  if (!chosen) return undefined;
  if (chosen.take) return wholeChoice(offer, chosen.take);
  const values = await askValues(offer, title);
  return values && { values: new Set(values), refused: [] };
}

function takeItems({ changed, added }: Offer): TakeItem[] {
  const [some, fresh] = [changed.values.length > 0, added.values.length > 0];
  return [
    ...(some
      ? [{ label: 'All changed values', description: countsOf(changed), take: { changed: true, added: false } }]
      : []),
    ...(fresh
      ? [{ label: 'All new entries', description: countsOf(added), take: { changed: false, added: true } }]
      : []),
    ...(some && fresh
      ? [
          {
            label: 'All changed values and all new entries',
            description: grouped(changed.values.length + added.values.length),
            take: { changed: true, added: true },
          },
        ]
      : []),
    {
      label: 'Choose entries…',
      detail: 'One by one, or by a filter: type a part of the names, then tick the box on the left of it',
      take: null,
    },
  ];
}

/** `85, 4 of them in doubt · 2 more can't be taken`. */
function countsOf({ values, refused }: OfferedKind): string {
  const doubts = values.filter(({ doubt }) => doubt !== null).length;
  const more = refused.length > 0 ? ` · ${grouped(refused.length)} more can't be taken` : '';
  return `${grouped(values.length)}${doubts > 0 ? `, ${grouped(doubts)} of them in doubt` : ''}${more}`;
}

/** Nothing is ticked at first: with a filter, Enter would take what is out of sight, too. */
async function askValues({ changed, added }: Offer, title: string): Promise<OfferedValue[] | undefined> {
  const items = [...section('Changed', changed.values), ...section('New', added.values)];
  const chosen = await vscode.window.showQuickPick(items, {
    ...STAY,
    canPickMany: true,
    matchOnDetail: true,
    title,
    placeHolder: 'Type to filter; the box on the left ticks all that are shown',
  });
  const values = chosen?.flatMap(({ value }) => value ?? []);
  if (values?.length === 0) void vscode.window.showInformationMessage('No entry was ticked: nothing was taken.');
  return values?.length ? values : undefined;
}

function section(label: string, values: readonly OfferedValue[]): ValueItem[] {
  if (values.length === 0) return [];
  return [
    {
      label: counted(values.length, label.toLowerCase(), label.toLowerCase()),
      kind: vscode.QuickPickItemKind.Separator,
    },
    ...values.map(itemOf),
  ];
}

function itemOf(value: OfferedValue): ValueItem {
  const { name, from, doubt } = value;
  const detail = [...(from === null ? [] : [`from ${from}`]), ...(doubt === null ? [] : [`$(warning) ${doubt}`])].join(
    ' · ',
  );
  return { label: name, description: numbersOf(value), ...(detail !== '' && { detail }), value };
}

/** `0.0131 → 0.0128 (× 0.977)`. */
function numbersOf({ before, after }: OfferedValue): string {
  if (before === null) return short(after);
  return `${short(before)} → ${short(after)}${Number.isFinite(after / before) ? ` (× ${short(after / before)})` : ''}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
