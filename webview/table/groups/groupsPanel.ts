import type { Group } from '../../../src/core/table/groups.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { summarize } from '../../../src/core/table/stats.js';
import { button } from '../../shared/controls.js';
import { el, fill, setTooltip, toggle } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { icon } from '../../shared/icons.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { unitOf, type TableModel } from '../model.js';
import type { GroupsState } from '../viewState.js';
import { knownGroups } from './knownGroups.js';
import { t } from '../../../src/core/texts/translate.js';

export interface GroupsEvents {
  readonly onClose: () => void;
  /** Other groups are unfolded, by their prefixes. */
  readonly onUnfolded: (unfolded: readonly string[]) => void;
  /** A group was clicked: its entries are to be shown, or all again. */
  readonly onGroup: (prefix: string) => void;
}

/** Of more entries it would take a moment that one remarks. */
const MOST_ENTRIES = 500_000;
/** So many groups of one parent are listed. */
const MOST_LISTED = 300;

/** Beside the rows: the blocks of the network by the names of their tensors, each with its smallest, median and largest range. */
export class GroupsPanel {
  readonly #body = el('div', { class: 'groups-body' });
  readonly #note = el('p', { class: 'muted inspector-line' });
  readonly element: HTMLElement;
  readonly #unfolded: Set<string>;
  #model: TableModel | null = null;
  readonly #events: GroupsEvents;

  constructor(state: GroupsState, events: GroupsEvents) {
    this.#events = events;
    this.#unfolded = new Set(state.unfolded);
    const close = button({
      id: 'close-groups',
      label: t`Close Groups`,
      icon: 'close',
      compact: true,
      onClick: events.onClose,
    });
    this.element = el(
      'aside',
      { id: 'groups', class: 'inspector groups', 'aria-label': t`Groups`, tabindex: 0 },
      el('div', { class: 'inspector-head' }, el('h2', { class: 'inspector-name' }, t`Groups by name`), close),
      this.#note,
      this.#body,
    );
  }

  update(model: TableModel, isOpen: boolean): void {
    toggle(this.element, isOpen);
    if (!isOpen || this.#model === model) return;
    this.#model = model;
    const { names } = model.table;
    const isMuch = names.length > MOST_ENTRIES;
    const groups = isMuch ? [] : knownGroups(model);
    this.#note.textContent = isMuch
      ? t`Groups are made of up to ${grouped(MOST_ENTRIES)} entries; this table has ${grouped(names.length)}.`
      : groups.length === 0
        ? t`No two names begin with the same block.`
        : t`Smallest, median and largest ± range. A click on a number of entries shows those.`;
    fill(this.#body, ...(groups.length > 0 ? [headLine(unitOf(model)[1]), ...this.#lines(groups, model)] : []));
  }

  #lines(groups: readonly Group[], model: TableModel): HTMLElement[] {
    const lines = groups.slice(0, MOST_LISTED).map((group) => this.#line(group, model));
    const rest = groups.length - lines.length;
    return rest > 0 ? [...lines, el('p', { class: 'muted inspector-line' }, t`${grouped(rest)} more`)] : lines;
  }

  #line(group: Group, model: TableModel): HTMLElement {
    if (group.groups.length === 0) return el('div', { class: 'group' }, this.#facts(group, model, false));
    const inner = el('div', { class: 'group-inner' });
    const details = el(
      'details',
      { class: 'group', open: this.#unfolded.has(group.prefix) },
      el('summary', {}, this.#facts(group, model, true)),
      inner,
    );
    const draw = (): void => fill(inner, ...(details.open ? this.#lines(group.groups, model) : []));
    draw();
    details.addEventListener('toggle', () => {
      draw();
      this.#remember(group.prefix, details.open);
    });
    return details;
  }

  #facts({ prefix, label, entries }: Group, model: TableModel, isFold: boolean): HTMLElement {
    const ranges = Float64Array.from(entries, (entry) => model.ranges[entry] ?? NaN);
    const { smallestRange, medianRange, largestRange } = summarize(ranges);
    const name = el(
      'span',
      { class: 'group-label' },
      isFold && icon('chevron'),
      el('span', { class: 'group-text' }, label),
    );
    setTooltip(name, prefix);
    const number = countButton(
      { key: 'group', value: prefix },
      t`Show only these ${counted(entries.length, t`entry`, t`entries`)}`,
      () => this.#events.onGroup(prefix),
      grouped(entries.length),
    );
    // In a summary a click on it must not fold, too.
    number.addEventListener('click', (event) => event.preventDefault());
    return el(
      'span',
      { class: 'group-facts' },
      name,
      number,
      ...[smallestRange, medianRange, largestRange].map((range) =>
        el('span', { class: 'group-number' }, range === null ? '–' : plainNumber(range, 3)),
      ),
    );
  }

  #remember(prefix: string, open: boolean): void {
    if (this.#unfolded.has(prefix) === open) return;
    if (open) this.#unfolded.add(prefix);
    else this.#unfolded.delete(prefix);
    this.#events.onUnfolded([...this.#unfolded]);
  }
}

function headLine(unit: string): HTMLElement {
  return el(
    'div',
    { class: 'group-facts group-head' },
    el('span', { class: 'group-label' }, el('span', { class: 'group-text' }, t`Name begins with`)),
    el('span', { class: 'group-number', title: t`Number of ${unit}` }, '#'),
    ...[t`smallest`, t`median`, t`largest`].map((text) => el('span', { class: 'group-number' }, text)),
  );
}
