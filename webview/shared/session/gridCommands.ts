import { picked } from '../../../src/core/table/picked.js';
import type { CopyMessage, GridCommand, GridLayout } from '../../../src/protocol/common.js';
import type { Column } from '../grid/column.js';
import { withHidden, withWidth } from '../grid/columnLayout.js';
import type { Grid } from '../grid/grid.js';
import type { GridAction } from '../grid/keys.js';
import type { CopyStyle } from './copyRows.js';
import type { GridHost } from './gridHost.js';
import { t } from '../../../src/core/texts/translate.js';

/** What commands work on. */
interface Session {
  readonly grid: Grid;
  copied(style: CopyStyle): CopyMessage | null;
  select(entries: Uint32Array, active: number): void;
  arrange(layout: GridLayout): void;
}

/** What they come to. */
interface Ends {
  readonly host: GridHost;
  readonly onAction: (action: GridAction) => void;
  /** Asks for a value of a key in the filter box, or no more; without a value, lets the user type one. */
  readonly toggleTerm: (key: string, value: string) => void;
}

/** What menus over a grid, or keys that are bound to their commands, ask for. */
export class GridCommands {
  readonly #session: Session;
  readonly #ends: Ends;

  constructor(session: Session, ends: Ends) {
    this.#session = session;
    this.#ends = ends;
  }

  /** Does what a menu or a bound key asks for. */
  run(command: GridCommand, text: string): void {
    const action = actionOf(command, text);
    if (action) return this.#ends.onAction(action);
    const style = COPY_STYLES[command];
    if (style) return this.#copyAs(style);
    const column = this.#session.grid.menuColumn;
    if (!column) return this.#session.grid.say(t`Select a cell first.`);
    const { layout } = this.#ends.host;
    switch (command) {
      case 'hideColumn':
        return column.frozen
          ? this.#session.grid.say(t`The first column stays.`)
          : this.#session.arrange(withHidden(layout, column.id));
      case 'fitColumn':
        return this.#session.arrange(withWidth(layout, column.id, this.#session.grid.widthOf(column.id)));
      case 'showAllColumns':
        return this.#session.grid.showAllColumns();
      case 'filterByValue':
        return this.#filterBy(column);
      case 'filterByColumn':
        return column.term === undefined ? this.#sayNoTerm(column) : this.#ends.toggleTerm(column.term, '');
      default:
        return this.#selectSimilar(column);
    }
  }

  #copyAs(style: CopyStyle): void {
    const message = this.#session.copied(style);
    if (message) this.#ends.host.copy(message);
    else this.#session.grid.say(t`Nothing is selected.`);
  }

  #filterBy({ term, label, text, number }: Column): void {
    const entry = this.#session.grid.activeEntry;
    if (entry === null || term === undefined) return this.#sayNoTerm({ label });
    const shown = text(entry);
    // The first of several labels: a term asks for one.
    const value = number ? shown : (shown.split(', ')[0] ?? '');
    if (value === '') return this.#session.grid.say(t`The cell is empty.`);
    this.#ends.toggleTerm(term, value);
  }

  #sayNoTerm({ label }: Pick<Column, 'label'>): void {
    this.#session.grid.say(t`"${label}" is nothing to filter by: type words into the filter box.`);
  }

  #selectSimilar(column: Column): void {
    const { activeEntry, rows, selection } = this.#session.grid;
    if (activeEntry === null || !selection) return this.#session.grid.say(t`Select a cell first.`);
    const wanted = likeness(column, activeEntry);
    const alike = picked(rows, (entry) => likeness(column, entry) === wanted);
    this.#session.select(alike, activeEntry);
    if (alike.length === 1) this.#session.grid.say(t`No other row in sight is like this one.`);
  }
}

const COPY_STYLES: Partial<Readonly<Record<GridCommand, CopyStyle>>> = {
  copyWithHeader: 'withHeader',
  copyWithoutHeader: 'withoutHeader',
  copyAsMarkdown: 'markdown',
};

/** The action of a view that a command means; null for one that every grid does by itself. */
function actionOf(command: GridCommand, text: string): GridAction | null {
  switch (command) {
    case 'replaceInNames':
      return { kind: 'replace' };
    case 'paste':
      return { kind: 'paste', text };
    case 'edit':
    case 'copy':
    case 'copyLines':
    case 'copyAs':
    case 'cut':
    case 'fillDown':
    case 'delete':
    case 'duplicate':
    case 'moveUp':
    case 'moveDown':
    case 'setByMethod':
    case 'revert':
    case 'showInText':
    case 'compareEntry':
    case 'mark':
      return { kind: command };
    default:
      return null;
  }
}

/** What makes two cells of a column alike: the same number, or a text that differs in its numbers only. */
function likeness(column: Column, entry: number): string {
  const text = column.text(entry);
  return column.align === 'end' ? text : text.replace(/\d+/g, '#');
}
