import type { FromOutputsView, OutputsMessage } from '../../src/protocol/outputs.js';
import { el } from '../shared/dom.js';
import type { GridEvents } from '../shared/grid/grid.js';
import type { ViewHost } from '../shared/session/mount.js';
import { RowsPage, type RowsTexts } from '../shared/session/rowsPage.js';
import type { Test } from '../shared/session/shownRows.js';
import { columnsOf, leftOf } from './columns.js';
import { Pictures } from './parts/pictures.js';
import { Summary } from './parts/summary.js';
import type { Shown, ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

type PageHost = Pick<ViewHost<FromOutputsView, ViewState>, 'post' | 'save' | 'grids'>;

const TEXTS: RowsTexts<Shown> = {
  label: t`Outputs`,
  placeholder: t`Filter: names, sqnr<30, over>0.1…`,
  choices: [
    { id: 'tensors', label: t`Compared`, hint: t`Outputs that both dumps have, worst first` },
    { id: 'left', label: t`Not Compared`, hint: t`Outputs that one dump has, or that have two shapes` },
  ],
  instead: t`Dumps are not changed here.`,
};

/** The page of two dumps: composes its parts, and decides which rows they show. */
export class OutputsPage extends RowsPage<Shown, ViewState> {
  readonly #summary: Summary;
  readonly #pictures = new Pictures();
  readonly element: HTMLElement;
  #message: OutputsMessage | null = null;

  constructor(host: PageHost, state: ViewState) {
    super(host, state, TEXTS);
    this.#summary = new Summary({
      onAction: (action) => host.post({ type: 'action', action }),
      onEpsilon: (epsilon) => host.post({ type: 'epsilon', epsilon }),
    });
    this.element = el(
      'main',
      { class: 'rows-page outputs-page' },
      this.#summary.element,
      this.toolbar.element,
      this.session.grid.element,
      this.#pictures.element,
    );
  }

  /** Shows two dumps; the first time with the worst output selected. */
  show(message: OutputsMessage): void {
    const isFirst = this.#message === null;
    this.#message = message;
    this.#summary.update(message);
    this.toolbar.update({ tensors: message.tensors.length, left: leftOf(message).length }, ['left']);
    this.session.save({ files: message.files });
    if (isFirst && !this.session.state.selection) this.session.pickNext(0);
    this.#fill(message.tensors.length === 0 ? 'left' : this.session.state.shown);
    if (isFirst) this.session.scrollBack();
  }

  override restyle(): void {
    super.restyle();
    this.onSelect();
  }

  protected onAction(action: Parameters<GridEvents['onAction']>[0]): void {
    if (action.kind === 'copy') this.copy();
    else this.paste();
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
    const [row] = this.session.state.shown === 'tensors' ? this.session.grid.selectedEntries : [];
    if (this.#message) this.#pictures.update(this.#message, row ?? null);
  }

  #fill(shown: Shown): void {
    const message = this.#message;
    if (!message) return;
    this.session.save({ shown });
    const count = shown === 'tensors' ? message.tensors.length : leftOf(message).length;
    this.session.show({ columns: columnsOf(message, shown), count, editable: false });
    this.onSelect();
  }
}
