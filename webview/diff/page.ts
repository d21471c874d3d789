import type { DiffCommandMessage, DiffMessage, FromDiffView } from '../../src/protocol/diff.js';
import type { EntryRef } from '../../src/core/diff/byHand.js';
import { ChartRoom } from '../shared/chartRoom.js';
import { el } from '../shared/dom.js';
import { pressCounts } from '../shared/filter/countButton.js';
import { ReadOnlyPage } from '../shared/session/readOnlyPage.js';
import { GridSession } from '../shared/session/gridSession.js';
import type { GridHost } from '../shared/session/gridHost.js';
import { ChartsPanel } from './parts/chartsPanel.js';
import { columnsOf, type RowWords } from './columns.js';
import { countMoves, movesOf } from './parts/moves.js';
import { flagsOf, TAGS_OF_FLAG, type Flag } from './parts/flags.js';
import { countByHand } from './parts/byHandRows.js';
import { Details } from './parts/details.js';
import { modelOf, nameAt, sameRow, type DiffModel } from './model.js';
import { nothingShown } from './parts/nothingShown.js';
import { changeFrom, criteria } from './parts/criteria.js';
import { Summary, type Counts } from './parts/summary.js';
import { countTags, has, TAGS, tagsOf } from './parts/tags.js';
import { Toolbar } from './parts/toolbar.js';
import type { ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

export interface PageHost {
  readonly grids: GridHost;
  readonly post: (message: FromDiffView) => void;
  readonly save: (state: ViewState) => void;
}

const NAME_COLUMN = 1;
/** Changes of the state that mean other rows. */
const ROW_CHANGES: readonly (keyof ViewState)[] = ['sort', 'filter', 'shown', 'threshold', 'span'];

/** The page of a comparison. */
export class DiffPage extends ReadOnlyPage<ViewState> {
  readonly #summary: Summary;
  protected readonly toolbar: Toolbar;
  readonly #charts: ChartsPanel;
  readonly #room: ChartRoom;
  protected readonly session: GridSession<ViewState>;
  readonly #details: Details;
  readonly #said = el('div', { id: 'said', class: 'visually-hidden', role: 'status' });
  readonly element: HTMLElement;
  #model: DiffModel | null = null;
  #words: RowWords = { tags: new Uint8Array(), moves: null };
  readonly #host: PageHost;

  constructor(host: PageHost, state: ViewState) {
    super(t`A comparison shows two files: change them in their own tables.`, host.post);
    this.#host = host;
    this.#details = new Details((message) => host.post(message));
    this.#summary = new Summary({
      onAction: (action) => host.post({ type: 'action', action }),
      onRow: (row) => this.#reveal(row),
      onCount: (flag) => this.#toggleFlag(flag),
    });
    this.toolbar = new Toolbar(state, {
      onChange: (part) => this.#change(part),
      onExport: () => this.#export(),
      onCopy: () => this.copyOut(this.session.copiedRows()),
      onLeave: () => this.focus(),
      complete: (...typed) => this.session.complete(...typed),
    });
    this.#charts = new ChartsPanel({
      onRows: (rows) => this.#revealNext(rows),
      onSpan: (span) => this.#change({ span }),
      onCount: (flag) => this.#toggleFlag(flag),
    });
    this.session = new GridSession<ViewState>({
      label: t`Comparison`,
      host: host.grids,
      state,
      save: host.save,
      tests: (now) => (this.#model ? criteria(this.#model, this.#words.tags, now) : []),
      nothing: (now) => nothingShown(this.#words.tags, now, () => this.#showAll()),
      onShow: (now, { shown, all, problem }) => {
        this.toolbar.show(this.#roomy(now), shown, all, problem);
        pressCounts(this.element, now.filter.text);
        this.#drawCharts();
      },
      onSelect: () => this.#onSelect(),
      onAction: ({ kind }) => (kind === 'copy' ? this.copy() : this.paste()),
      clearFilter: () => this.toolbar.clearFilter(),
      toggleTerm: (key, value) => this.toolbar.toggleTerm(key, value),
      rowKeys: ROW_CHANGES,
    });
    this.element = el(
      'main',
      { class: 'diff-page' },
      this.#summary.element,
      this.#charts.element,
      this.toolbar.element,
      this.session.grid.element,
      this.#details.element,
      this.#said,
    );
    const above = [this.#summary.element, this.toolbar.element];
    this.#room = new ChartRoom(this.element, above, () => this.session.change({}));
  }

  /** Shows a comparison; a later one (the sides swapped, a file saved) keeps what is shown of it. */
  show(message: DiffMessage): void {
    const { top, selection } = this.session.state;
    const before = this.#model;
    const model = modelOf(message);
    this.#model = model;
    if (before && selection) this.session.pickNext(sameRow(before, selection.active, model));
    this.session.save({ files: [message.old.uri, message.new.uri], base: baseUri(message), byHand: message.byHand });
    this.#summary.update(message);
    this.#retag(model);
    this.session.scrollBack(top);
  }

  run(command: DiffCommandMessage['command']): void {
    if (command === 'export') this.#export();
    else this.#go(command === 'next' ? 1 : -1);
  }

  /** Selects the row of an entry of the old table. */
  showEntry({ index, name }: EntryRef): void {
    const row = this.#model?.oldIndices.indexOf(index) ?? -1;
    if (this.#model && nameAt(this.#model, row, 'old') === name) this.#reveal(row);
  }

  override restyle(): void {
    super.restyle();
    this.#drawCharts();
  }

  /** The state without the charts for which there is no height. */
  #roomy(state: ViewState): ViewState {
    return this.#room.isFolded ? { ...state, charts: false } : state;
  }

  #change(part: Partial<ViewState>): void {
    if (part.charts !== undefined) this.#room.insist(part.charts);
    if (part.threshold === undefined && part.unit === undefined) return this.session.change(part);
    this.session.save(part);
    if (this.#model) this.#retag(this.#model);
    if (part.threshold !== undefined) this.session.grid.scrollToActive();
  }

  /** What depends on the threshold, on the unit, or on the comparison itself. */
  #retag(model: DiffModel): void {
    const { threshold, unit } = this.session.state;
    const tags = tagsOf(model, threshold);
    const moves = movesOf(model, tags, threshold);
    this.#words = { tags, moves };
    this.toolbar.update(countTags(tags));
    this.#summary.updateSizes(model.message, {
      ...directions(model, tags),
      byHand: countByHand(model),
      moves: moves && countMoves(moves),
    });
    this.session.show({
      columns: columnsOf(model, this.#words, unit),
      count: model.rows,
      editable: false,
      flags: flagsOf(model, this.#words),
    });
  }

  #drawCharts(): void {
    const { grid, state } = this.session;
    if (this.#model)
      this.#charts.draw(
        { model: this.#model, tags: this.#words.tags, rows: grid.rows, active: grid.activeEntry },
        this.#roomy(state),
      );
  }

  /** Shows what a count counts, with the tag that it needs. */
  #toggleFlag(flag: Flag): void {
    const { shown } = this.session.state;
    const needed = TAGS_OF_FLAG[flag].filter((tag) => !shown.includes(tag));
    if (needed.length > 0) this.session.save({ shown: [...shown, ...needed] });
    this.toolbar.toggleTerm('is', flag);
  }

  #showAll(): void {
    this.session.showAll({ shown: TAGS, span: null });
  }

  #export(): void {
    this.#host.post({ type: 'export', threshold: this.session.state.threshold });
  }

  #go(step: 1 | -1): void {
    const { grid } = this.session;
    const { rows, selection, columns } = grid;
    const row = changeFrom(rows, this.#words.tags, selection ? selection.active : null, step);
    this.#said.textContent = row === null ? t`No change among the rows that are shown.` : '';
    if (row === null || columns.length === 0) return;
    grid.select({ anchor: row, active: row, column: selection?.column ?? NAME_COLUMN });
    grid.focus();
  }

  /** Of several rows at one point, the one after that which is selected. */
  #revealNext(rows: readonly number[]): void {
    const at = rows.indexOf(this.session.grid.activeEntry ?? -1);
    const row = rows[(at + 1) % rows.length];
    if (row !== undefined) this.#reveal(row);
  }

  /** Selects a row; what filters it out is taken back. */
  #reveal(row: number): void {
    if (!this.session.grid.rows.includes(row)) this.#showAll();
    this.session.reveal(row, NAME_COLUMN);
  }

  #onSelect(): void {
    if (!this.#model) return;
    const { activeEntry } = this.session.grid;
    this.#details.update(this.#model, activeEntry, [...this.session.grid.selectedEntries]);
    this.#charts.mark(activeEntry);
  }
}

/** The base's file, be it read or not: it comes back with the panel. */
function baseUri({ base }: DiffMessage): string | null {
  return base && (base.kind === 'base' ? base.side.uri : base.uri);
}

function directions({ log2Ratios }: DiffModel, tags: Uint8Array): Pick<Counts, 'grew' | 'shrank'> {
  let [grew, shrank] = [0, 0];
  log2Ratios.forEach((ratio, row) => {
    if (!has(tags[row], 'changed')) return;
    if (ratio > 0) grew++;
    else if (ratio < 0) shrank++;
  });
  return { grew, shrank };
}
