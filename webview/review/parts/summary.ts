import { el, fill } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { grouped } from '../../../src/core/render/counts.js';
import { summaryOf, type ReviewModel } from '../model.js';

/** The head of a plan: what is made of which files, what becomes of the entries, and what one should know. */
export class Summary {
  readonly #title = el('h1', { id: 'title' });
  readonly #files = el('p', { id: 'files', class: 'files' });
  /** A live region: it answers what was done by hand. */
  readonly #counts = el('p', { id: 'summary', class: 'summary', role: 'status' });
  readonly #warnings = el('ul', { id: 'warnings', class: 'finding-lines', 'aria-label': 'Warnings' });
  readonly element = el(
    'header',
    { id: 'strip', class: 'strip' },
    this.#title,
    this.#files,
    this.#counts,
    this.#warnings,
  );

  update(model: ReviewModel): void {
    const { title, sourceFile, namesFile, warnings } = model.message;
    this.#title.textContent = title;
    fill(
      this.#files,
      el('b', {}, sourceFile),
      namesFile !== null && el('span', { class: 'muted' }, ' → names from '),
      namesFile !== null && el('b', {}, namesFile),
    );
    fill(
      this.#counts,
      ...summaryOf(model).flatMap(({ kind, count, words }, at) => [
        at > 0 && ' · ',
        el('span', { 'data-count': kind, class: `summary-${kind}` }, `${grouped(count)} ${words}`),
      ]),
    );
    fill(
      this.#warnings,
      ...warnings.map((warning) =>
        el(
          'li',
          { class: 'finding-line' },
          icon('warning'),
          el('span', { class: 'visually-hidden' }, 'warning: '),
          el('span', {}, warning),
        ),
      ),
    );
    this.#warnings.hidden = warnings.length === 0;
  }
}
