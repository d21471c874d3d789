import type { CopyMessage } from '../../../src/protocol/common.js';
import { button } from '../controls.js';
import { el } from '../dom.js';
import { pressCounts } from '../filter/countButton.js';
import type { GridEvents } from '../grid/grid.js';
import { RowsToolbar, type RowChoice } from '../rowsToolbar.js';
import type { GridHost } from './gridHost.js';
import { GridSession } from './gridSession.js';
import type { GridState } from './gridState.js';
import { ReadOnlyPage } from './readOnlyPage.js';
import type { Test } from './shownRows.js';
import { t } from '../../../src/core/texts/translate.js';

/** What a page of rows remembers: also which of its kinds of rows are shown. */
export interface RowsState<Shown extends string> extends GridState {
  readonly shown: Shown;
}

/** What such a page needs of the extension. */
export interface RowsHost<S> {
  readonly grids: GridHost;
  readonly save: (state: S) => void;
  post(message: CopyMessage): void;
}

/** What one such page says otherwise than another. */
export interface RowsTexts<Shown extends string> {
  /** Of the grid, for who can not see it. */
  readonly label: string;
  /** In the empty filter box. */
  readonly placeholder: string;
  readonly choices: readonly RowChoice<Shown>[];
  /** Said where somebody pastes or cuts: what to do instead. */
  readonly instead: string;
}

/** A page of rows under one toolbar: a filter, a choice of which rows, and a grid that is looked at. */
export abstract class RowsPage<Shown extends string, S extends RowsState<Shown>> extends ReadOnlyPage<S> {
  protected readonly toolbar: RowsToolbar<Shown>;
  protected readonly session: GridSession<S>;

  constructor(host: RowsHost<S>, state: S, texts: RowsTexts<Shown>) {
    super(texts.instead, (message) => host.post(message));
    this.toolbar = new RowsToolbar(state.filter, texts.choices, {
      placeholder: texts.placeholder,
      onChange: (filter) => this.session.change({ filter } as Partial<S>),
      onShow: (shown) => this.showRows(shown),
      onCopy: () => this.copyOut(this.session.copiedRows()),
      onLeave: () => this.focus(),
      complete: (...typed) => this.session.complete(...typed),
    });
    this.session = new GridSession<S>({
      label: texts.label,
      host: host.grids,
      state,
      save: host.save,
      tests: (now) => this.tests(now.shown),
      nothing: (now) => this.nothing(now),
      onShow: ({ filter, shown }, count) => {
        this.toolbar.show(filter, shown, count);
        pressCounts(this.element, filter.text);
      },
      onSelect: () => this.onSelect(),
      onAction: (action) => this.onAction(action),
      clearFilter: () => this.toolbar.clearFilter(),
      toggleTerm: (key, value) => this.toolbar.toggleTerm(key, value),
      rowKeys: ['filter', 'shown'],
    });
  }

  /** What rows must pass besides the filter box. */
  protected abstract tests(shown: Shown): readonly Test[];

  /** What stands in place of rows when none is shown. */
  protected abstract nothing(state: S): HTMLElement | null;

  protected abstract onSelect(): void;

  protected abstract onAction(action: Parameters<GridEvents['onAction']>[0]): void;

  /** Other rows were chosen. */
  protected showRows(shown: Shown): void {
    this.session.change({ shown } as Partial<S>);
  }

  /** The rows of another kind have columns of their own: order, filter and selection of these mean nothing there. */
  protected showOther(shown: Shown, fill: () => void): void {
    if (this.session.state.shown === shown) return this.session.refresh();
    this.session.save({ sort: null, selection: null } as Partial<S>);
    this.session.pickNext(null);
    fill();
    if (this.session.state.filter.text !== '') this.toolbar.clearFilter();
    this.session.scrollBack(0);
  }

  /** A sentence in place of rows, and a way to all of them. */
  protected noMatch(text: string, all: Partial<S>): HTMLElement {
    const showAll = button({
      id: 'show-all-rows',
      label: t`Show All`,
      look: 'secondary',
      onClick: () => this.session.showAll(all),
    });
    return el('div', { id: 'no-match', class: 'no-match' }, el('span', {}, text), showAll);
  }
}
