import type { FromReviewView } from '../../../src/protocol/review.js';
import type { QdqMessage } from '../../../src/protocol/qdqReview.js';
import { el } from '../../shared/dom.js';
import type { GridEvents } from '../../shared/grid/grid.js';
import type { ViewHost } from '../../shared/session/mount.js';
import { RowsPage, type RowsTexts } from '../../shared/session/rowsPage.js';
import type { Test } from '../../shared/session/shownRows.js';
import { INITIAL_STATE, type ViewState } from '../viewState.js';
import { qdqColumns } from './columns.js';
import { isShown, qdqFlags, qdqModelOf, type QdqModel, type QdqShown } from './model.js';
import { ExcludeBar } from './parts/excludeBar.js';
import { QdqFooter } from './parts/footer.js';
import { PlacementOptions, type PlacementChoice } from './parts/placementOptions.js';
import { QdqSummary } from './parts/summary.js';
import { t } from '../../../src/core/texts/translate.js';

/** What is on screen beyond the plan itself. */
export type QdqState = Omit<ViewState, 'shown'> & { readonly shown: QdqShown };

export const INITIAL_QDQ_STATE: QdqState = { ...INITIAL_STATE, shown: 'all' };

const TEXTS: RowsTexts<QdqShown> = {
  label: t`Layers and entries`,
  placeholder: t`Filter: names, op:conv, scale<1e-4…`,
  choices: [
    { id: 'all', label: t`All`, hint: t`All layers and entries` },
    { id: 'pair', label: 'INT8', hint: t`Inputs of layers that read a pair` },
    { id: 'float', label: t`In Float`, hint: t`Layers that could have been quantized and stay in float` },
    { id: 'excluded', label: t`Left Out`, hint: t`Layers that you left in float` },
    { id: 'entries', label: t`Without a Pair`, hint: t`Entries of the table that have no pair` },
  ],
  instead: t`Scales are changed in the table, before they are written into a model.`,
};

type PageHost = Pick<ViewHost<FromReviewView, QdqState>, 'post' | 'request' | 'save' | 'grids'>;

/** The page of a plan of pairs: composes its parts, and decides which rows they show. */
export class QdqPage extends RowsPage<QdqShown, QdqState> {
  readonly #host: PageHost;
  readonly #summary = new QdqSummary((shown) => this.#onCount(shown));
  readonly #options = new PlacementOptions((choice) => void this.#place(choice));
  readonly #bar = new ExcludeBar((names, excluded) => void this.#exclude(names, excluded));
  readonly #footer: QdqFooter;
  readonly element: HTMLElement;
  #model: QdqModel | null = null;

  constructor(host: PageHost, state: QdqState) {
    super(host, state, TEXTS);
    this.#host = host;
    this.#footer = new QdqFooter(host.post);
    this.toolbar.add(this.#options.element);
    this.element = el(
      'main',
      { class: 'rows-page review-page qdq-page' },
      this.#summary.element,
      this.toolbar.element,
      this.session.grid.element,
      this.#bar.element,
      this.#footer.element,
    );
  }

  /** Shows a plan; after a change, all that is on screen stays where it is. */
  show(message: QdqMessage): void {
    const { state, grid } = this.session;
    const { top } = state;
    const model = qdqModelOf(message);
    const carry = this.#model && carriedRow(this.#model.message, message);
    this.#model = model;
    for (const part of [this.#summary, this.#footer]) part.update(model);
    this.toolbar.update(model.counts, ['excluded']);
    this.#options.update(message);
    const { selection } = grid;
    const otherwise = selection && { ...selection, anchor: selection.active, others: new Set<number>() };
    const content = {
      columns: qdqColumns(model),
      count: message.kinds.length,
      editable: false,
      flags: qdqFlags(model),
    };
    this.session.show(content, carry ?? undefined, otherwise);
    this.session.scrollBack(top);
    this.session.save({ kept: message.kept });
    this.onSelect();
  }

  protected onAction(action: Parameters<GridEvents['onAction']>[0]): void {
    if (action.kind === 'delete') this.#bar.exclude();
    else if (action.kind === 'copy') this.copy();
    else this.paste();
  }

  #onCount(shown: QdqShown): void {
    this.session.save({ shown: 'all' });
    this.toolbar.toggleTerm('is', shown);
  }

  async #exclude(names: readonly string[], excluded: boolean): Promise<void> {
    this.#bar.showProblem(null);
    if (names.length > 0) this.#bar.showProblem(await this.#host.request({ type: 'exclude', names, excluded }));
  }

  async #place(choice: PlacementChoice): Promise<void> {
    const problem = await this.#host.request({ type: 'placement', ...choice });
    this.#bar.showProblem(problem);
    // What was refused must not look as if it were so.
    if (problem !== null && this.#model) this.#options.update(this.#model.message);
  }

  protected tests(shown: QdqShown): readonly Test[] {
    const kinds = this.#model?.message.kinds;
    return kinds && shown !== 'all' ? [(row) => isShown(kinds[row], shown)] : [];
  }

  protected nothing(): HTMLElement {
    return this.noMatch(t`There is no such row.`, { shown: 'all' });
  }

  protected onSelect(): void {
    if (this.#model) this.#bar.select(this.#model, [...this.session.grid.selectedEntries]);
  }
}

/** Where the rows of one plan are in the next one: by layer and tensor. */
function carriedRow(before: QdqMessage, after: QdqMessage): (row: number) => number {
  const key = ({ layers, tensors }: QdqMessage, row: number): string =>
    layers[row] === null ? t`entry ${tensors[row]}` : t`layer ${layers[row]}`;
  const places = new Map(after.kinds.map((_, row) => [key(after, row), row]));
  return (row) => places.get(key(before, row)) ?? -1;
}
