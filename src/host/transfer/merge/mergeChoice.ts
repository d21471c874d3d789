import { joined, safe, safeText, withIcon, type SafeText } from '../../../core/render/safe.js';
import { askOne, askSome, heading, type Choice as Item } from '../../ui/ask.js';
import { notify } from '../../ui/notify.js';
import type { Refused } from '../../../core/transfer/wanted.js';
import { counted, grouped } from '../../../core/render/counts.js';
import type { Offer, OfferedKind, OfferedValue } from './mergeOffer.js';
import { t } from '../../../core/texts/translate.js';

/** What the user wants to take, and what of its kind can't be taken. */
export interface Choice {
  readonly values: ReadonlySet<OfferedValue>;
  readonly refused: readonly Refused[];
}

/** Kinds of values that can be taken whole. */
export interface Take {
  readonly changed: boolean;
  readonly added: boolean;
  /** Take them though the tables seem to be of different networks. */
  readonly forceUnrelated?: boolean;
}

interface TakeItem extends Item {
  readonly take: Take | null;
}
interface ValueItem extends Item {
  readonly value?: OfferedValue;
}

/** All values of the kinds to take. */
export function wholeChoice({ changed, added }: Offer, take: Take): Choice {
  const kinds = [...(take.changed ? [changed] : []), ...(take.added ? [added] : [])];
  return { values: new Set(kinds.flatMap(({ values }) => values)), refused: kinds.flatMap(({ refused }) => refused) };
}

/** Asks what to take: all that changed, all that is new, both, or entry by entry. Undefined: cancelled. */
export async function askChoice(offer: Offer, title: SafeText): Promise<Choice | undefined> {
  const chosen = await askOne(takeItems(offer), { title, placeHolder: safe`Which values?` });
  if (!chosen) return undefined;
  if (chosen.take) return wholeChoice(offer, chosen.take);
  const values = await askValues(offer, title);
  return values && { values: new Set(values), refused: [] };
}

function takeItems({ changed, added }: Offer): TakeItem[] {
  const [some, fresh] = [changed.values.length > 0, added.values.length > 0];
  return [
    ...(some
      ? [{ label: safe`All changed values`, description: countsOf(changed), take: { changed: true, added: false } }]
      : []),
    ...(fresh
      ? [{ label: safe`All new entries`, description: countsOf(added), take: { changed: false, added: true } }]
      : []),
    ...(some && fresh
      ? [
          {
            label: safe`All changed values and all new entries`,
            description: safeText(grouped(changed.values.length + added.values.length)),
            take: { changed: true, added: true },
          },
        ]
      : []),
    {
      label: safe`Choose entries…`,
      detail: safe`One by one, or by a filter: type a part of the names, then tick the box on the left of it`,
      take: null,
    },
  ];
}

/** `85, 4 of them in doubt · 2 more can't be taken`. */
function countsOf({ values, refused }: OfferedKind): SafeText {
  const doubts = values.filter(({ doubt }) => doubt !== null).length;
  const more = refused.length > 0 ? t` · ${grouped(refused.length)} more can't be taken` : '';
  return safe`${grouped(values.length)}${doubts > 0 ? t`, ${grouped(doubts)} of them in doubt` : ''}${more}`;
}

/** Nothing is ticked at first: with a filter, Enter would take what is out of sight, too. */
async function askValues({ changed, added }: Offer, title: SafeText): Promise<OfferedValue[] | undefined> {
  const items = [...section(t`Changed`, changed.values), ...section(t`New`, added.values)];
  const chosen = await askSome(items, {
    matchOnDetail: true,
    title,
    placeHolder: safe`Type to filter; the box on the left ticks all that are shown`,
  });
  const values = chosen?.flatMap(({ value }) => value ?? []);
  if (values?.length === 0) void notify('info', safe`No entry was ticked: nothing was taken.`);
  return values?.length ? values : undefined;
}

function section(label: string, values: readonly OfferedValue[]): ValueItem[] {
  if (values.length === 0) return [];
  return [heading(safeText(counted(values.length, label.toLowerCase(), label.toLowerCase()))), ...values.map(itemOf)];
}

function itemOf(value: OfferedValue): ValueItem {
  const { name, from, doubt } = value;
  const notes = [
    ...(doubt === null ? [] : [withIcon('warning', safeText(doubt))]),
    ...(from === null ? [] : [safe`from ${from}`]),
  ];
  const detail = notes.length > 0 && { detail: joined(notes, ' · ') };
  return { label: safeText(name), description: numbersOf(value), ...detail, value };
}

/** `0.0131 → 0.0128 (× 0.977)`. */
function numbersOf({ before, after }: OfferedValue): SafeText {
  if (before === null) return safeText(short(after));
  return safe`${short(before)} → ${short(after)}${Number.isFinite(after / before) ? ` (× ${short(after / before)})` : ''}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
