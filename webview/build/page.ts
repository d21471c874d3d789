import type { BuildMessage, FromBuildView } from '../../src/protocol/build.js';
import { button } from '../shared/controls.js';
import { el } from '../shared/dom.js';
import { pressCounts } from '../shared/filter/countButton.js';
import { NO_FILTER } from '../shared/filter/filterText.js';
import type { GridEvents } from '../shared/grid/grid.js';
import { RowsToolbar, type RowChoice } from '../shared/rowsToolbar.js';
import { ReadOnlyPage } from '../shared/session/readOnlyPage.js';
import { GridSession } from '../shared/session/gridSession.js';
import type { ViewHost } from '../shared/session/mount.js';
import { columnsOf } from './columns.js';
import { countOf, flagsOf, modelOf, type BuildModel } from './model.js';
import { Details } from './parts/details.js';
import { Summary } from './parts/summary.js';
import type { Shown, ViewState } from './viewState.js';

type PageHost = Pick<ViewHost<FromBuildView, ViewState>, 'post' | 'save' | 'grids'>;

const CHOICES: readonly RowChoice<Shown>[] = [
  { id: 'layers', label: 'Layers', hint: 'Layers of the engine, in order' },
  { id: 'entries', label: 'Entries', hint: 'Entries of the table, and what became of them' },
];

/** The page of a build: composes its parts, and decides which rows they show. */
export class BuildPage extends ReadOnlyPage<ViewState> {
  readonly #host: PageHost;
  protected readonly session: GridSession<ViewState>;
  protected readonly toolbar: RowsToolbar<Shown>;
  readonly #summary: Summary;
  readonly #details: Details;
  readonly element: HTMLElement;
  #model: BuildModel | null = null;

  constructor(host: PageHost, state: ViewState) {
    super('What a build did is not changed here: Enter on an entry goes to its table.', host.post);
    this.#host = host;
    this.#summary = new Summary({
      onCount: (shown, value) => this.#onCount(shown, value),
      onAction: (action) => host.post({ type: 'action', action }),
    });
    this.#details = new Details({
      onGo: (shown, row) => this.#go(shown, row),
      onShowEntry: (index) => host.post({ type: 'showEntry', index }),
    });
    this.toolbar = new RowsToolbar(
      state.filter,
      CHOICES,
      {
        placeholder: 'Filter: names, is:island, input:fp16, fate:differs…',
        onChange: (filter) => this.session.change({ filter }),
        onShow: (shown) => this.#showRows(shown),
        onCopy: () => this.copyOut(this.session.copiedRows()),
        onLeave: () => this.focus(),
        complete: (...typed) => this.session.complete(...typed),
      },
      button({
        id: 'open-source',
        label: 'Open Source as Text',
        icon: 'file',
        collapsible: true,
        onClick: () => host.post({ type: 'action', action: 'openSource' }),
      }),
    );
    this.session = new GridSession<ViewState>({
      label: 'Layers or entries',
      host: host.grids,
      state,
      save: host.save,
      tests: () => [],
      nothing: () => this.#nothing(),
      onShow: ({ filter, shown }, count) => {
        this.toolbar.show(filter, shown, count);
        pressCounts(this.element, filter.text);
      },
      onSelect: () => this.#onSelect(),
      onAction: (action) => this.#onAction(action),
      clearFilter: () => this.toolbar.clearFilter(),
      toggleTerm: (key, value) => this.toolbar.toggleTerm(key, value),
      rowKeys: ['filter', 'shown'],
    });
    this.element = el(
      'main',
      { class: 'rows-page build-page' },
      this.#summary.element,
      this.toolbar.element,
      this.session.grid.element,
      this.#details.element,
    );
  }

  /** Shows a build. Where it tells of no layers, or there is no table, the other rows are shown. */
  show(message: BuildMessage): void {
    const isFirst = this.#model === null;
    const model = modelOf(message);
    this.#model = model;
    this.#summary.update(model);
    this.toolbar.update({ layers: countOf(model, 'layers'), entries: countOf(model, 'entries') }, [
      'layers',
      'entries',
    ]);
    const { shown } = this.session.state;
    const other: Shown = shown === 'layers' ? 'entries' : 'layers';
    this.session.save({ files: message.files });
    this.#fill(countOf(model, shown) === 0 && countOf(model, other) > 0 ? other : shown);
    if (isFirst) this.session.scrollBack();
  }

  #onAction(action: Parameters<GridEvents['onAction']>[0]): void {
    if (action.kind === 'copy') return this.copy();
    if (action.kind !== 'edit' || action.typed !== undefined) return this.paste();
    const [row] = this.session.grid.selectedEntries;
    if (row !== undefined && this.session.state.shown === 'entries') this.#host.post({ type: 'showEntry', index: row });
  }

  #onCount(shown: Shown, value: string): void {
    if (this.session.state.shown !== shown) this.#showRows(shown);
    if (value === 'all') this.session.showAll({});
    else this.toolbar.toggleTerm('is', value);
  }

  #go(shown: Shown, row: number): void {
    this.#showRows(shown);
    this.session.showAll({});
    this.session.reveal(row);
    this.focus();
  }

  /** Other rows: what was asked of those before means nothing to them. */
  #showRows(shown: Shown): void {
    if (this.session.state.shown === shown) return this.session.refresh();
    this.session.save({ sort: null, selection: null });
    this.session.pickNext(null);
    this.#fill(shown);
    if (this.session.state.filter.text !== NO_FILTER.text) this.toolbar.clearFilter();
    this.session.scrollBack(0);
  }

  #fill(shown: Shown): void {
    const model = this.#model;
    if (!model) return;
    this.session.save({ shown });
    this.session.show({
      columns: columnsOf(model, shown),
      count: countOf(model, shown),
      editable: false,
      flags: flagsOf(model, shown),
    });
    this.#onSelect();
  }

  #nothing(): HTMLElement {
    const isEmpty = this.#model !== null && countOf(this.#model, this.session.state.shown) === 0;
    return el(
      'div',
      { id: 'no-match', class: 'no-match' },
      el(
        'span',
        {},
        isEmpty
          ? 'This source lists no layers: build with --verbose and --profilingVerbosity=detailed to see them.'
          : 'No row passes the filter.',
      ),
      !isEmpty &&
        button({
          id: 'show-all-rows',
          label: 'Show All',
          look: 'secondary',
          onClick: () => this.session.showAll({}),
        }),
    );
  }

  #onSelect(): void {
    const [row] = this.session.grid.selectedEntries;
    if (this.#model) this.#details.update(this.#model, this.session.state.shown, row ?? null);
  }
}
