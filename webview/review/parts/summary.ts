import { el, fill } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { icon } from '../../shared/icons.js';
import { grouped } from '../../../src/core/render/counts.js';
import { summaryOf, type ReviewModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

export type CountKind = ReturnType<typeof summaryOf>[number]['kind'];

const TITLES: Readonly<Record<CountKind, string>> = {
  all: t`Show all`,
  renamed: t`Show only these`,
  doubt: t`Show only these`,
  missing: t`Show only these`,
  warnings: t`Show only these`,
  hand: t`Show only these`,
  dropped: t`Show the list`,
};

/** The head of a plan: what is made of which files, what becomes of the entries, and what one should know. */
export class Summary {
  readonly #title = el('h1', { id: 'title' });
  readonly #files = el('p', { id: 'files', class: 'files' });
  /** A live region: it answers what was done by hand. */
  readonly #counts = el('p', { id: 'summary', class: 'summary', role: 'status' });
  readonly #warnings = el('ul', { id: 'warnings', class: 'finding-lines', 'aria-label': t`Warnings` });
  readonly element = el(
    'header',
    { id: 'strip', class: 'strip' },
    this.#title,
    this.#files,
    this.#counts,
    this.#warnings,
  );

  readonly #onCount: (kind: CountKind) => void;

  /** @param onCount a count was clicked: its rows, or its list, are to be shown */
  constructor(onCount: (kind: CountKind) => void) {
    this.#onCount = onCount;
  }

  update(model: ReviewModel): void {
    const { title, sourceFile, namesFile, warnings } = model.message;
    this.#title.textContent = title;
    fill(
      this.#files,
      el('b', {}, sourceFile),
      namesFile !== null && el('span', { class: 'muted' }, t` → names from `),
      namesFile !== null && el('b', {}, namesFile),
    );
    fill(
      this.#counts,
      ...summaryOf(model).flatMap(({ kind, count, words }, at) => [
        at > 0 && ' · ',
        el(
          'span',
          { 'data-count': kind, class: `summary-${kind}` },
          countButton(
            { key: 'is', value: kind },
            TITLES[kind],
            () => this.#onCount(kind),
            `${grouped(count)} ${words}`,
          ),
        ),
      ]),
    );
    fill(
      this.#warnings,
      ...warnings.map((warning) =>
        el(
          'li',
          { class: 'finding-line' },
          icon('warning'),
          el('span', { class: 'visually-hidden' }, `${word('warning')}: `),
          el('span', {}, warning),
        ),
      ),
    );
    this.#warnings.hidden = warnings.length === 0;
  }
}
