import type { BuildMessage, FromBuildView } from '../../src/protocol/build.js';
import { button } from '../shared/controls.js';
import { el } from '../shared/dom.js';
import type { GridEvents } from '../shared/grid/grid.js';
import type { ViewHost } from '../shared/session/mount.js';
import { RowsPage, type RowsTexts } from '../shared/session/rowsPage.js';
import type { Test } from '../shared/session/shownRows.js';
import { columnsOf } from './columns.js';
import { countOf, flagsOf, modelOf, type BuildModel } from './model.js';
import { Details } from './parts/details.js';
import { Summary } from './parts/summary.js';
import type { Shown, ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

type PageHost = Pick<ViewHost<FromBuildView, ViewState>, 'post' | 'save' | 'grids'>;

const TEXTS: RowsTexts<Shown> = {
  label: t`Layers or entries`,
  placeholder: t`Filter: names, is:island, input:fp16, fate:differs…`,
  choices: [
    { id: 'layers', label: t`Layers`, hint: t`Layers of the engine, in order` },
    { id: 'entries', label: t`Entries`, hint: t`Entries of the table, and what became of them` },
  ],
  instead: t`What a build did is not changed here: Enter on an entry goes to its table.`,
};

/** The page of a build: composes its parts, and decides which rows they show. */
export class BuildPage extends RowsPage<Shown, ViewState> {
  readonly #host: PageHost;
  readonly #summary: Summary;
  readonly #details: Details;
  readonly element: HTMLElement;
  #model: BuildModel | null = null;

  constructor(host: PageHost, state: ViewState) {
    super(host, state, TEXTS);
    this.#host = host;
    this.#summary = new Summary({
      onCount: (shown, value) => this.#onCount(shown, value),
      onAction: (action) => host.post({ type: 'action', action }),
    });
    this.#details = new Details({
      onGo: (shown, row) => this.#go(shown, row),
      onShowEntry: (index) => host.post({ type: 'showEntry', index }),
    });
    this.toolbar.add(
      button({
        id: 'open-source',
        label: t`Open Source as Text`,
        icon: 'file',
        collapsible: true,
        onClick: () => host.post({ type: 'action', action: 'openSource' }),
      }),
    );
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

  protected onAction(action: Parameters<GridEvents['onAction']>[0]): void {
    if (action.kind === 'copy') return this.copy();
    if (action.kind !== 'edit' || action.typed !== undefined) return this.paste();
    const [row] = this.session.grid.selectedEntries;
    if (row !== undefined && this.session.state.shown === 'entries') this.#host.post({ type: 'showEntry', index: row });
  }

  protected tests(): readonly Test[] {
    return [];
  }

  #onCount(shown: Shown, value: string): void {
    if (this.session.state.shown !== shown) this.showRows(shown);
    if (value === 'all') this.session.showAll({});
    else this.toolbar.toggleTerm('is', value);
  }

  #go(shown: Shown, row: number): void {
    this.showRows(shown);
    this.session.showAll({});
    this.session.reveal(row);
    this.focus();
  }

  protected override showRows(shown: Shown): void {
    this.showOther(shown, () => this.#fill(shown));
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
    this.onSelect();
  }

  protected nothing(): HTMLElement {
    if (this.#model === null || countOf(this.#model, this.session.state.shown) > 0)
      return this.noMatch(t`No row passes the filter.`, {});
    const none = t`This source lists no layers: build with --verbose and --profilingVerbosity=detailed to see them.`;
    return el('div', { id: 'no-match', class: 'no-match' }, el('span', {}, none));
  }

  protected onSelect(): void {
    const [row] = this.session.grid.selectedEntries;
    if (this.#model) this.#details.update(this.#model, this.session.state.shown, row ?? null);
  }
}
