import type { GridLayout } from '../../../src/protocol/common.js';
import { button } from '../controls.js';
import { el, setLabel, setTooltip, toggle } from '../dom.js';
import { template } from './column.js';
import { withMoved, withWidth } from './columnLayout.js';
import { paintActive } from './gridBody.js';
import type { GridColumns } from './gridColumns.js';
import { LEAST_WIDTH, watchHeader } from './headerPointer.js';
import { headerRow } from './headerRow.js';
import type { Sort } from './sort.js';
import { t } from '../../../src/core/texts/translate.js';

/** By so many pixels a key changes the width of a column. */
const WIDTH_STEP = 16;

export interface GridHeadEvents {
  readonly onSort: (column: string) => void;
  readonly onLayout: (layout: GridLayout) => void;
  /** The width of a column that shows all of it. */
  readonly widthOf: (column: string) => number;
  /** While an edge is dragged. */
  readonly onTemplate: (template: string) => void;
  /** Columns that are not shown are wanted. */
  readonly onShowAll: () => void;
}

/** The headers of a grid, by which its columns are sorted and arranged, and the button that tells of those not shown. */
export class GridHead {
  readonly element = el('div', { role: 'rowgroup', class: 'grid-head' });
  readonly missing: HTMLElement;
  readonly #columns: GridColumns;
  readonly #events: GridHeadEvents;

  constructor(columns: GridColumns, events: GridHeadEvents) {
    this.#columns = columns;
    this.#events = events;
    this.missing = button({
      id: 'missing-columns',
      label: t`Show All Columns`,
      compact: '+',
      onClick: events.onShowAll,
    });
    this.missing.classList.add('grid-missing');
    watchHeader(this.element, {
      onSort: events.onSort,
      onResize: (column, pixels, done) => {
        const layout = withWidth(columns.layout, column, pixels);
        if (done) return events.onLayout(layout);
        events.onTemplate(
          template(columns.visible.map((other) => (other.id === column ? { ...other, pixels } : other))),
        );
      },
      onFit: (column) => events.onLayout(withWidth(columns.layout, column, events.widthOf(column))),
      onMove: (column, beside, place) => events.onLayout(withMoved(columns.layout, columns.all, column, beside, place)),
    });
  }

  show(sort: Sort | null): void {
    this.element.replaceChildren(headerRow(this.#columns.visible, sort));
    const { missing } = this.#columns;
    toggle(this.missing, missing.length > 0);
    const names = missing.map(({ label }) => label).join(', ');
    this.missing.textContent = `+${missing.length}`;
    setTooltip(this.missing, t`Not shown: ${names}. Click to show all columns.`);
    setLabel(this.missing, t`+${missing.length}: show ${names}`);
  }

  /** Makes a column wider or narrower, by so many steps. */
  widen(column: string, steps: number): void {
    const header = this.element.querySelector<HTMLElement>(`[data-column="${column}"]`);
    if (!header) return;
    const pixels = Math.max(LEAST_WIDTH, header.offsetWidth + steps * WIDTH_STEP);
    this.#events.onLayout(withWidth(this.#columns.layout, column, pixels));
  }

  /** Marks the active header, or none. */
  paint(column: number | null): void {
    if (this.element.firstElementChild) paintActive(this.element.firstElementChild, column);
  }
}
