import type { Basis, Statement } from '../../../src/core/table/statement.js';
import type { TableHeader } from '../../../src/core/table/header.js';
import type { DiffMessage } from '../../../src/protocol/diff.js';
import { button } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { factList, type Fact } from '../../shared/facts.js';
import { icon } from '../../shared/icons.js';
import { grouped } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { basisTag, statementList } from '../../shared/statements.js';
import type { Flag } from './flags.js';
import { tailList } from './tailList.js';
import { t } from '../../../src/core/texts/translate.js';

export interface SummaryEvents {
  readonly onOpen: (side: 'old' | 'new') => void;
  readonly onRow: (row: number) => void;
  /** A count was clicked: its rows are to be shown, or all again. */
  readonly onCount: (flag: Flag) => void;
}

/** Changed pairs by direction, which depends on the threshold, and rows about which the user decided. */
export interface Counts {
  readonly grew: number;
  readonly shrank: number;
  readonly byHand: number;
}

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
    ];
    for (const list of lists) if (list) list.open = open.has(list.id);
    fill(
      this.element,
      el('h1', { class: 'visually-hidden' }, t`Comparison of calibration tables`),
      relationBanner(message),
      message.likeness && banner('info', 'likeness', message.likeness),
      el(
        'div',
        { class: 'strip-facts' },
        factList([this.#file('old', message), this.#file('new', message)]),
        this.#sizes,
      ),
      ...lists,
    );
  }

  /** What the threshold changes. */
  updateSizes({ summary }: DiffMessage, { grew, shrank, byHand }: Counts): void {
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

  #file(side: 'old' | 'new', message: DiffMessage): Fact {
    const { file, header } = message[side];
    const label = side === 'old' ? t`Old` : t`New`;
    const open = button({
      id: `open-${side}`,
      label: t`Open ${label}`,
      icon: 'file',
      compact: true,
      onClick: () => this.#events.onOpen(side),
    });
    return {
      id: side,
      label: `${label}${origin(header)}`,
      value: el('span', { class: 'file' }, el('b', {}, file), open),
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
