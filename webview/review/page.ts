import type { Assignment, FromReviewView, ReviewMessage } from '../../src/protocol/review.js';
import { RowsPage, type RowsTexts } from '../shared/session/rowsPage.js';
import type { Test } from '../shared/session/shownRows.js';
import type { ViewHost } from '../shared/session/mount.js';
import { el } from '../shared/dom.js';
import type { GridEvents } from '../shared/grid/grid.js';
import { columnsOf } from './columns.js';
import { Dropped } from './parts/dropped.js';
import { FixBar } from './parts/fixBar.js';
import { Footer } from './parts/footer.js';
import { flagsOf, isShown, modelOf, type ReviewModel } from './model.js';
import { Summary, type CountKind } from './parts/summary.js';
import { ROW_CHOICES } from './parts/rowChoices.js';
import type { Shown, ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';

const TEXTS: RowsTexts<Shown> = {
  label: t`Entries of the new file`,
  placeholder: t`Filter: names, type:conv, scale<1e-4…`,
  choices: ROW_CHOICES,
  instead: t`A review is changed below, row by row or for all that are selected.`,
};

type PageHost = Pick<ViewHost<FromReviewView, ViewState>, 'post' | 'request' | 'save' | 'grids'>;

/** The page of a plan: composes its parts, and decides which rows they show. */
export class ReviewPage extends RowsPage<Shown, ViewState> {
  readonly #summary = new Summary((kind) => this.#onCount(kind));
  readonly #fixBar = new FixBar({
    onAssign: (assignment) => void this.#assign(assignment),
    onStep: (step) => void this.#step(step),
    onLeave: () => this.focus(),
  });
  readonly #dropped: Dropped;
  readonly #footer: Footer;
  readonly element: HTMLElement;
  #model: ReviewModel | null = null;
  readonly #host: PageHost;

  constructor(host: PageHost, state: ViewState) {
    super(host, state, TEXTS);
    this.#host = host;
    this.#dropped = new Dropped(host.post);
    this.#footer = new Footer(host.post);
    this.element = el(
      'main',
      { class: 'rows-page review-page' },
      this.#summary.element,
      this.toolbar.element,
      this.session.grid.element,
      this.#dropped.element,
      this.#fixBar.element,
      this.#footer.element,
    );
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** The keys of an editor; in a text box they mean its text. */
  #onKey(event: KeyboardEvent): void {
    const step = stepOf(event);
    if (step === null || !(event.target instanceof Element) || event.target.getAttribute('role') !== 'grid') return;
    event.preventDefault();
    // VS Code would undo what was last typed into a text box.
    event.stopPropagation();
    void this.#step(step);
  }

  /** Shows a plan; after a change by hand, all that is on screen stays where it is. */
  show(message: ReviewMessage): void {
    const { state, grid } = this.session;
    const { top } = state;
    const { selection } = grid;
    const model = modelOf(message);
    this.#model = model;
    for (const part of [this.#summary, this.#fixBar, this.#footer]) part.update(model);
    this.toolbar.update(model.counts);
    this.#dropped.update(message);
    // A mended row may no longer be one of those shown: the next one takes its place.
    const otherwise = selection && { ...selection, anchor: selection.active, others: new Set<number>() };
    const content = {
      columns: columnsOf(model),
      count: message.names.length,
      editable: false,
      flags: flagsOf(model),
    };
    this.session.show(content, undefined, otherwise);
    this.session.scrollBack(top);
    this.session.save({ kept: message.kept });
  }

  protected onAction(action: Parameters<GridEvents['onAction']>[0]): void {
    if (action.kind === 'edit') this.#fixBar.focus(action.typed);
    else if (action.kind === 'delete') void this.#assign({ kind: 'nothing' });
    else if (action.kind === 'copy') this.copy();
    else this.paste();
  }

  async #assign(assignment: Assignment): Promise<void> {
    const rows = [...this.session.grid.selectedEntries];
    this.#fixBar.showProblem(null);
    if (rows.length === 0) return;
    const problem = await this.#host.request({ type: 'assign', rows, assignment });
    if (problem !== null) this.#fixBar.showProblem(problem);
  }

  async #step(step: 'undo' | 'redo'): Promise<void> {
    this.#fixBar.showProblem(await this.#host.request({ type: 'history', step }));
  }

  #onCount(kind: CountKind): void {
    if (kind === 'all') return this.session.showAll({ shown: 'all' });
    if (kind === 'dropped') return this.#dropped.open();
    this.session.save({ shown: 'all' });
    this.toolbar.toggleTerm('is', kind);
  }

  protected tests(shown: Shown): readonly Test[] {
    const model = this.#model;
    return model && shown !== 'all' ? [(row) => isShown(model, row, shown)] : [];
  }

  protected nothing({ filter, shown }: ViewState): HTMLElement {
    const isGood = filter.text === '' && (shown === 'missing' || shown === 'warnings');
    const good = t`No row is ${shown === 'missing' ? word('missing') : t`in doubt or missing`}.`;
    return this.noMatch(isGood ? good : t`No row passes the filter.`, { shown: 'all' });
  }

  protected onSelect(): void {
    if (this.#model) this.#fixBar.select(this.#model, this.session.grid.selectedEntries);
  }
}

function stepOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}
