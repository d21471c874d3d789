import type { Basis, Statement } from '../../../src/core/table/statement.js';
import type { TableHeader } from '../../../src/core/table/header.js';
import type { DiffActionMessage, DiffMessage } from '../../../src/protocol/diff.js';
import type { DiffSide } from '../../../src/protocol/diffSide.js';
import type { Move } from '../../../src/core/diff/moves.js';
import { button } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { factList, type Fact } from '../../shared/facts.js';
import { icon } from '../../shared/icons.js';
import { grouped } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { basisTag, statementList } from '../../shared/statements.js';
import { MOVED, type Flag } from './flags.js';
import { lostList } from './lostList.js';
import { MOVE_SENTENCES } from './moves.js';
import { tailList } from './tailList.js';
import { t } from '../../../src/core/texts/translate.js';

export interface SummaryEvents {
  readonly onAction: (action: DiffActionMessage['action']) => void;
  readonly onRow: (row: number) => void;
  /** A count was clicked: its rows are to be shown, or all again. */
  readonly onCount: (flag: Flag) => void;
}

/** Changed pairs by direction and moves away from the base, which depend on the threshold, and rows about which the user decided. */
export interface Counts {
  readonly grew: number;
  readonly shrank: number;
  readonly byHand: number;
  /** Null without a base. */
  readonly moves: Readonly<Record<Move, number>> | null;
}

const FILES = {
  old: { label: t`Old`, action: 'openOld' },
  new: { label: t`New`, action: 'openNew' },
  base: { label: t`Base`, action: 'openBase' },
} as const;

const MOVED_LABELS: Readonly<Record<(typeof MOVED)[number], string>> = {
  old: t`Only old moved`,
  new: t`Only new moved`,
  alike: t`Both moved alike`,
  apart: t`Both moved apart`,
};

/** The strip above a comparison: the two files, how much changed, and whether one can stand in for the other. */
export class Summary {
  readonly element = el('header', { id: 'strip', class: 'strip' });
  readonly #sizes = el('div', { class: 'sizes' });
  readonly #events: SummaryEvents;

  constructor(events: SummaryEvents) {
    this.#events = events;
  }

  update(message: DiffMessage): void {
    const open = new Set(
      Array.from(this.element.querySelectorAll<HTMLDetailsElement>('details[open]'), ({ id }) => id),
    );
    const lists = [
      named('reuse', statementList(t`Versions`, versionStatements(message))),
      named('tails', message.tails && tailList(message.tails, this.#events.onRow)),
      named('lost', lostList(message)),
    ];
    for (const list of lists) if (list) list.open = open.has(list.id);
    fill(
      this.element,
      el('h1', { class: 'visually-hidden' }, t`Comparison of calibration tables`),
      relationBanner(message),
      message.likeness && banner('info', 'likeness', message.likeness),
      this.#unread(message),
      baseBanner(message),
      el(
        'div',
        { class: 'strip-facts' },
        factList([...this.#base(message), this.#file('old', message.old), this.#file('new', message.new)]),
        this.#sizes,
      ),
      ...lists,
    );
  }

  /** What the threshold changes. */
  updateSizes({ summary }: DiffMessage, { grew, shrank, byHand, moves }: Counts): void {
    const { medianChange, largestChange, rounding } = summary;
    const sizes: [string, string, number | null][] = [
      ['median', t`Median |log₂|`, medianChange],
      ['largest', t`Largest |log₂|`, largestChange],
    ];
    fill(
      this.#sizes,
      factList([
        ...sizes.flatMap(([id, label, size]) =>
          size === null
            ? []
            : [
                {
                  id,
                  label,
                  value: plainNumber(size),
                  title: t`Size of the change in bits of resolution, of all pairs`,
                },
              ],
        ),
        {
          id: 'grew',
          label: t`Grew`,
          value: this.#count('grew', grew),
          title: t`Changed pairs whose range grew: they lose resolution`,
        },
        {
          id: 'shrank',
          label: t`Shrank`,
          value: this.#count('shrank', shrank),
          title: t`Changed pairs whose range shrank: larger values are clipped`,
        },
        ...(moves ? MOVED.map((move) => this.#moved(move, moves[move])) : []),
        ...(byHand === 0
          ? []
          : [
              {
                id: 'by-hand',
                label: t`By hand`,
                value: this.#count('hand', byHand),
                title: t`Rows that were paired or taken apart by hand`,
              },
            ]),
        ...(rounding === 0
          ? []
          : [
              {
                id: 'rounding',
                label: t`Equal but for rounding`,
                value: this.#count('rounding', rounding),
                title: t`Same pairs whose scales differ by no more than computing or writing them once more leaves`,
              },
            ]),
      ]),
    );
  }

  #count(flag: Flag, count: number): HTMLElement {
    return countButton(
      { key: 'is', value: flag },
      t`Show only these`,
      () => this.#events.onCount(flag),
      grouped(count),
    );
  }

  #moved(move: (typeof MOVED)[number], count: number): Fact {
    return {
      id: `moved-${move}`,
      label: MOVED_LABELS[move],
      value: this.#count(`moved-${move}`, count),
      title: MOVE_SENTENCES[move],
    };
  }

  #base({ base }: DiffMessage): Fact[] {
    return base?.kind === 'base' ? [this.#file('base', base.side, this.#removeBase())] : [];
  }

  #removeBase(): HTMLElement {
    return button({
      id: 'remove-base',
      label: t`Remove Base`,
      icon: 'close',
      compact: true,
      onClick: () => this.#events.onAction('removeBase'),
    });
  }

  /** Why there is no base to be seen, though one was chosen. */
  #unread({ base }: DiffMessage): HTMLElement | null {
    if (base?.kind !== 'unread') return null;
    const said = banner('warning', 'base-unread', t`The base can't be read: ${base.problem}`);
    said.append(this.#removeBase());
    return said;
  }

  #file(side: 'old' | 'new' | 'base', { file, header }: DiffSide, ...more: HTMLElement[]): Fact {
    const { label, action } = FILES[side];
    const open = button({
      id: `open-${side}`,
      label: t`Open ${label}`,
      icon: 'file',
      compact: true,
      onClick: () => this.#events.onAction(action),
    });
    return {
      id: side,
      label: `${label}${origin(header)}`,
      value: el('span', { class: 'file' }, el('b', {}, file), open, ...more),
      title: header.raw ?? '',
    };
  }
}

/** `banner` says it loudly: it stands above everything else and has a colour of its own. */
function banner(kind: 'warning' | 'info', id: string, text: string, basis?: Basis): HTMLElement {
  return el(
    'div',
    { id, class: `banner banner-${kind}`, role: 'status' },
    icon(kind === 'info' ? 'check' : kind),
    el('span', {}, text),
    basis && basisTag(basis),
  );
}

/** What the tables are to each other is the first statement, unless they are of one network; it stands in the banner instead. */
function relationBanner({ verdict: { kind, related, statements } }: DiffMessage): HTMLElement | null {
  const [first] = statements;
  if (kind === 'same-network' || !first) return null;
  return banner('warning', related ? 'other-values' : 'unrelated', first.text, first.basis);
}

/** That the base is of other tensors, or of other weights. */
function baseBanner({ base }: DiffMessage): HTMLElement | null {
  const [first] = base?.kind === 'base' ? base.statements : [];
  return first ? banner('warning', 'other-base', t`The base and the old table: ${first.text}`, first.basis) : null;
}

function versionStatements({ verdict: { kind, statements } }: DiffMessage): readonly Statement[] {
  return kind === 'same-network' ? statements : statements.slice(1);
}

function named(id: string, details: HTMLElement | null): HTMLDetailsElement | null {
  if (!(details instanceof HTMLDetailsElement)) return null;
  details.id = id;
  return details;
}

function origin({ trtVersion, algorithm }: TableHeader): string {
  const parts = [trtVersion && `TensorRT ${trtVersion}`, algorithm].filter(Boolean);
  return parts.length === 0 ? '' : ` · ${parts.join(' · ')}`;
}
