import { button } from '../controls.js';
import { el, fill } from '../dom.js';
import { t } from '../../../src/core/texts/translate.js';

export interface StageTexts {
  readonly waiting: string;
  readonly failed: string;
}

export interface StageEvents {
  readonly onRetry: () => void;
  readonly onText: () => void;
}

/** Where a view's page stands, and in its place what is said before it comes, or when it can't be shown. */
export class Stage {
  readonly element = el('div', { class: 'stage' });
  readonly #texts: StageTexts;
  readonly #events: StageEvents;

  constructor(root: HTMLElement, texts: StageTexts, events: StageEvents) {
    this.#texts = texts;
    this.#events = events;
    root.append(this.element);
    this.#wait();
  }

  /** Shows a page; one that stands there already is left alone. */
  show(page: HTMLElement): void {
    if (page.parentElement !== this.element) fill(this.element, page);
  }

  /** Says why nothing can be shown, and offers the two ways on. */
  fail(problem: string): void {
    fill(
      this.element,
      el(
        'main',
        { id: 'failed', class: 'page', role: 'alert' },
        el('h1', {}, this.#texts.failed),
        el('p', { class: 'page-hint' }, problem),
        el(
          'div',
          { class: 'page-actions' },
          button({ id: 'try-again', label: t`Try Again`, look: 'primary', onClick: () => this.#retry() }),
          button({
            id: 'failed-as-text',
            label: t`Open as Text`,
            look: 'secondary',
            onClick: () => this.#events.onText(),
          }),
        ),
      ),
    );
  }

  #retry(): void {
    this.#wait();
    this.#events.onRetry();
  }

  #wait(): void {
    fill(this.element, el('p', { class: 'waiting', role: 'status' }, this.#texts.waiting));
  }
}
