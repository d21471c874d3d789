import type { GridLayout } from '../../../src/protocol/common.js';
import { el, fill, setAttributes, toggle } from '../dom.js';
import type { Sort } from './sort.js';
import { cellId } from './cellIds.js';
import { CellNote } from './cellNote.js';
import { haveSameCells, type Column } from './column.js';
import { withAll } from './columnLayout.js';
import { widestContent } from './columnPlaces.js';
import { GridBody } from './gridBody.js';
import { GridColumns } from './gridColumns.js';
import { GridHead } from './gridHead.js';
import { GridMenu } from './gridMenu.js';
import { GridSelection } from './gridSelection.js';
import { GridWindow } from './gridWindow.js';
import { gridKey, isSelecting, type GridAction, type SelectingKey } from './keys.js';
import { Overlay } from './overlay.js';
import { watchPointer } from './pointer.js';
import { cellAt, clicked, HEADER_ROW, isSelected, toggled, type Selection } from './selection.js';

export interface GridEvents {
  readonly onSort: (column: string) => void;
  /** The user has arranged the columns. */
  readonly onLayout: (layout: GridLayout) => void;
  readonly onSelect: () => void;
  readonly onScroll: () => void;
  /** A key (or double click) that means more than moving about. */
  readonly onAction: (action: GridAction) => void;
  /** The user wants nothing to be selected. */
  readonly onDrop: () => void;
}

/** A table of many rows, of which only those in sight exist. Rows are positions in the view, entries are what they show. */
export class Grid {
  readonly #columns = new GridColumns();
  readonly #head = new GridHead(this.#columns, {
    onSort: (column) => this.#events.onSort(column),
    onLayout: (layout) => this.#events.onLayout(layout),
    widthOf: (column) => this.widthOf(column),
    onTemplate: (columns) => this.element.style.setProperty('--grid-columns', columns),
    onShowAll: () => this.showAllColumns(),
  });
  readonly #body = new GridBody(
    () => this.columns,
    () => this.#window.rowHeight,
  );
  readonly #grid = el(
    'div',
    { id: 'grid', role: 'grid', tabindex: 0, 'aria-multiselectable': 'true' },
    this.#head.element,
    this.#body.element,
  );
  /** A hundred characters wide. */
  readonly #ruler = el('span', { class: 'grid-ruler', 'aria-hidden': 'true' });
  readonly #empty = el('div', { class: 'grid-empty', hidden: true });
  readonly #window = new GridWindow(
    this.#head.element,
    () => this.columns,
    () => this.#onScroll(),
  );
  readonly #overlay = this.#newOverlay();
  readonly element = el('div', { class: 'grid' }, this.#window.element, this.#head.missing, this.#empty);
  #sort: Sort | null = null;
  readonly #menu: GridMenu;
  readonly #selected = new GridSelection(this.#columns);
  readonly #note = new CellNote(this.#newOverlay());
  readonly #events: GridEvents;

  constructor(label: string, context: Readonly<Record<string, boolean>>, events: GridEvents) {
    this.#events = events;
    this.#menu = new GridMenu(this.#grid, context, this);

    setAttributes(this.#grid, { 'aria-label': label });
    this.#window.content.append(this.#grid, this.#ruler);
    new ResizeObserver(() => this.#onResize()).observe(this.#window.element);
    this.#grid.addEventListener('keydown', (event) => this.press(event));
    this.#grid.addEventListener('focus', () => {
      if (!this.selection) this.select(this.#start);
    });
    watchPointer(this.#grid, {
      onCell: (row, column, extend) =>
        this.select(clicked(this.selection, row, column, extend, this.columns[column]?.frozen === true)),
      onDoubleClick: () => events.onAction({ kind: 'edit' }),
      // Without a scroll to the active row: that may be far from the one that was clicked.
      onToggle: (row, column) => this.#setSelection(toggled(this.selection, row, column)),
      isSelected: (row) => isSelected(this.selection, row),
    });
  }

  /** The columns in sight. */
  get columns(): readonly Column[] {
    return this.#columns.visible;
  }
  /** The columns of a whole row, whether there is room for all of them or not. */
  get rowColumns(): readonly Column[] {
    return this.#columns.ofRows;
  }
  get rows(): Uint32Array {
    return this.#selected.rows;
  }
  get selection(): Selection | null {
    return this.#selected.value;
  }
  get activeEntry(): number | null {
    return this.#selected.activeEntry;
  }
  get selectedEntries(): Uint32Array {
    return this.#selected.entries;
  }
  get selectedColumns(): readonly Column[] {
    return this.#selected.columns;
  }
  get isHeaderActive(): boolean {
    return this.selection?.active === HEADER_ROW;
  }
  get isEditable(): boolean {
    return this.#grid.getAttribute('aria-readonly') === null;
  }
  get top(): number {
    return this.#window.top;
  }

  setColumns(columns: readonly Column[], layout: GridLayout, sort: Sort | null, editable: boolean): void {
    this.#columns.set(columns, layout);
    setAttributes(this.#grid, { 'aria-readonly': editable ? null : 'true' });
    this.#sort = sort;
    this.#showColumns();
  }

  setSort(sort: Sort | null): void {
    this.#sort = sort;
    this.#head.show(sort);
    this.#paint();
  }

  #showColumns(): void {
    const before = this.columns;
    const edited = before[this.#overlay.column ?? -1]?.id;
    this.#columns.fit(this.#window.width, this.#ruler.offsetWidth / 100, edited);
    if (!haveSameCells(this.columns, before)) this.#body.clear();
    this.#selected.follow(before);
    this.element.style.setProperty('--grid-columns', this.#columns.template);
    this.element.style.setProperty('--grid-least-width', this.#columns.leastWidth);
    setAttributes(this.#grid, { 'aria-colcount': this.columns.length });
    this.setSort(this.#sort);
    for (const over of [this.#overlay, this.#note]) over.follow((column) => this.#columns.placeOf(before[column]?.id));
  }

  /** Columns come and go with the room that there is. */
  #onResize(): void {
    const before = this.columns.length;
    this.#showColumns();
    if (this.columns.length === before) return;
    this.#render();
    // What is selected may stand in another column now.
    this.#events.onSelect();
  }

  /** Also those that the user has hidden, and those without room. */
  showAllColumns(): void {
    this.#columns.insist();
    this.#events.onLayout(withAll(this.#columns.layout));
  }

  /** The column that a menu is about: the one whose header was clicked for it, else the active one. */
  get menuColumn(): Column | undefined {
    return this.columns.find(({ id }) => id === this.#menu.column) ?? this.columns[this.selection?.column ?? -1];
  }

  /** The width at which nothing of a column is cut, of what is in sight. */
  widthOf(id: string): number {
    const cells = this.#grid.querySelectorAll<HTMLElement>(`[data-column="${id}"]`);
    return widestContent([...cells]);
  }

  /** Shows other rows; the scroll position stays as far as it still exists. */
  setRows(rows: Uint32Array, selection: Selection | null): void {
    this.#selected.setRows(rows, selection);
    this.#grid.setAttribute('aria-rowcount', String(rows.length + 1));
    this.#body.setRows(rows, this.selection);
    this.#layout();
    this.#paint();
    this.#events.onSelect();
  }

  /** What stands in place of rows when there are none. */
  setEmpty(notice: HTMLElement | null): void {
    fill(this.#empty, notice);
    toggle(this.#empty, notice !== null);
  }

  /** Fonts may have changed. */
  restyle(): void {
    this.#window.restyle();
    this.#body.place();
    this.#layout();
  }

  select(selection: Selection): void {
    this.#setSelection(selection);
    if (this.selection) this.reveal(this.selection.active, this.selection.column);
  }

  focus(): void {
    this.#grid.focus({ preventScroll: true });
  }

  scrollTo(top: number): void {
    this.#window.scrollTo(top);
  }

  /** After other rows have come: the top, or as far down as the active cell is. */
  scrollToActive(): void {
    this.#window.scrollTo(0);
    if (this.selection) this.reveal(this.selection.active, this.selection.column);
  }

  /** Scrolls as little as it takes to see a cell. */
  reveal(row: number, column: number): void {
    this.#window.reveal(row, column);
  }

  /** Lays an element over a cell and keeps it there; null takes it away. */
  setOverlay(element: HTMLElement | null, row = 0, column = 0): void {
    this.#overlay.set(element, row, column);
  }

  moveOverlay(row: number): void {
    this.#overlay.move(row);
  }

  /** Says why something was not done, beside the active cell or the one in `row` under or above it; null takes it back. */
  say(text: string | null, row = -1): void {
    const { active, column } = this.selection ?? this.#start;
    const at = row < 0 ? Math.max(0, active) : row;
    this.#note.show(text, at, column);
    if (text !== null) this.reveal(at, column);
  }

  /** Does what a key means here; one that means nothing is left to VS Code. */
  press(event: KeyboardEvent): void {
    const key = gridKey(event);
    // With nothing to drop, Escape is VS Code's.
    if (!key || (key.kind === 'drop' && !this.selection)) return;
    event.preventDefault();
    event.stopPropagation();
    this.say(null);
    if (isSelecting(key)) this.#selectBy(key);
    else if (key.kind === 'width') this.#widen(key.by);
    else if (key.kind === 'edit' && this.selection?.active === HEADER_ROW)
      this.#sortBy(this.selection.column, key.typed);
    else this.#events.onAction(key);
  }

  /** Where the selection starts: the name in the first row that is in sight. */
  get #start(): Selection {
    return cellAt(this.#window.firstRow, 1);
  }

  #setSelection(selection: Selection | null): void {
    this.#selected.set(selection);
    this.#showSelection();
  }

  #showSelection(): void {
    this.#menu.column = null;
    this.say(null);
    this.#paint();
    this.#events.onSelect();
  }

  #layout(): void {
    this.element.style.setProperty('--grid-row-height', `${this.#window.rowHeight}px`);
    this.element.style.setProperty('--grid-head-height', `${this.#window.headHeight}px`);
    this.#window.setRows(this.rows.length);
    this.#render();
  }

  #onScroll(): void {
    this.#render();
    this.#events.onScroll();
  }

  #render(): void {
    this.#body.show(this.#window.visible(this.rows.length), this.#window.rowsTop);
    this.#overlay.place();
    this.#note.place();
    this.#pointAtActive();
  }

  #paint(): void {
    this.#body.paint(this.selection);
    this.#head.paint(this.isHeaderActive ? (this.selection?.column ?? null) : null);
    this.#pointAtActive();
  }

  /** Only an element that exists can be pointed at. */
  #pointAtActive(): void {
    const { active, column } = this.selection ?? { active: NaN, column: 0 };
    const exists = active === HEADER_ROW || this.#body.has(active);
    setAttributes(this.#grid, { 'aria-activedescendant': exists ? cellId(active, column) : null });
  }

  #selectBy(key: SelectingKey): void {
    this.#selected.byKey(key, this.#start, this.#window.pageRows);
    this.#showSelection();
    const { selection } = this;
    if (!selection) this.#events.onDrop();
    // Who selects more looks at what is there.
    else if (key.kind === 'move') this.reveal(selection.active, selection.column);
  }

  #widen(by: number): void {
    const column = this.columns[this.selection?.column ?? -1];
    if (column) this.#head.widen(column.id, by);
  }

  #sortBy(at: number, typed: string | undefined): void {
    const column = this.columns[at];
    if (column && typed === undefined) this.#events.onSort(column.id);
  }

  #newOverlay(): Overlay {
    return new Overlay(this.#window.content, (row, column) => this.#window.boxOf(row, column));
  }
}
