import type { FromRankView, RankMessage } from '../../src/protocol/rank.js';
import { el } from '../shared/dom.js';
import type { GridEvents } from '../shared/grid/grid.js';
import type { ViewHost } from '../shared/session/mount.js';
import { RowsPage, type RowsTexts } from '../shared/session/rowsPage.js';
import type { Test } from '../shared/session/shownRows.js';
import { columnsOf } from './columns.js';
import { countsOf, flagsOf, modelOf, type RankModel } from './model.js';
import { Actions } from './parts/actions.js';
import { Summary } from './parts/summary.js';
import type { Shown, ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

type PageHost = Pick<ViewHost<FromRankView, ViewState>, 'post' | 'request' | 'save' | 'grids'>;

const TEXTS: RowsTexts<Shown> = {
  label: t`Tensors`,
  placeholder: t`Filter: names, outputs<30, clipped>0.01, is:proposed…`,
  choices: [
    { id: 'tensors', label: t`Tensors`, hint: t`Tensors that are quantized, worst first` },
    { id: 'weights', label: t`Weights`, hint: t`How far the channels of weights lie apart` },
    { id: 'unplaced', label: t`Without a Pair`, hint: t`Entries of the table that change nothing in this model` },
  ],
  instead: t`What was measured is not changed here: Enter on a tensor goes to its entry in the table.`,
};

/** The page of a ranking: composes its parts, and decides which rows they show. */
export class RankPage extends RowsPage<Shown, ViewState> {
  readonly #host: PageHost;
  readonly #summary: Summary;
  readonly #actions: Actions;
  readonly element: HTMLElement;
  #model: RankModel | null = null;

  constructor(host: PageHost, state: ViewState) {
    super(host, state, TEXTS);
    this.#host = host;
    this.#summary = new Summary({
      onAction: (action) => host.post({ type: 'action', action }),
      onCount: (value) => {
        this.showRows('tensors');
        this.toolbar.toggleTerm('is', value);
      },
    });
    this.#actions = new Actions({
      onWithout: (names) => void this.#ask({ type: 'without', names }),
      onReach: (decibels) => void this.#ask({ type: 'reach', decibels }),
      onShow: (name) => host.post({ type: 'showTensor', name }),
      onTune: (names) => host.post({ type: 'tuneTensors', names }),
      onMark: (names) => host.post({ type: 'markTensors', names }),
      onCopy: (text, what) => host.post({ type: 'copy', text, what }),
    });
    this.element = el(
      'main',
      { class: 'rows-page rank-page' },
      this.#summary.element,
      this.toolbar.element,
      this.session.grid.element,
      this.#actions.element,
    );
  }

  /** Shows a run; the rows that are shown, and what was selected, stay. */
  show(message: RankMessage): void {
    const isFirst = this.#model === null;
    const model = modelOf(message);
    this.#model = model;
    this.#summary.update(model);
    this.#actions.showProblem(null);
    this.toolbar.update(countsOf(model), ['weights', 'unplaced']);
    this.session.save({ key: message.key });
    this.#fill(this.session.state.shown);
    if (isFirst) this.session.scrollBack();
  }

  showAge(isOld: boolean): void {
    this.#summary.showAge(isOld);
  }

  protected onAction(action: Parameters<GridEvents['onAction']>[0]): void {
    if (action.kind === 'copy') return this.copy();
    if (action.kind === 'mark') return this.#actions.mark();
    if (action.kind !== 'edit' || action.typed !== undefined) return this.paste();
    this.#actions.show();
  }

  protected tests(): readonly Test[] {
    return [];
  }

  protected override showRows(shown: Shown): void {
    this.showOther(shown, () => this.#fill(shown));
  }

  protected nothing(): HTMLElement {
    return this.noMatch(t`No row passes the filter.`, {});
  }

  protected onSelect(): void {
    const rows = this.session.state.shown === 'tensors' ? [...this.session.grid.selectedEntries] : [];
    if (this.#model) this.#actions.update(this.#model, rows);
  }

  #fill(shown: Shown): void {
    const model = this.#model;
    if (!model) return;
    this.session.save({ shown });
    const columns = columnsOf(model, shown);
    this.session.show({ columns, count: countsOf(model)[shown], editable: false, flags: flagsOf(model, shown) });
    this.onSelect();
  }

  async #ask(message: Parameters<PageHost['request']>[0]): Promise<void> {
    this.#actions.showProblem(t`Running the model…`);
    const problem = await this.#host.request(message);
    this.#actions.showProblem(problem);
  }
}
