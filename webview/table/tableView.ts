import type { FromTableView, ToTableView } from '../../src/protocol/table.js';
import { el, fill } from '../shared/dom.js';
import type { Host } from '../shared/session/host.js';
import { Edits } from './parts/edits.js';
import { foreignPage } from './parts/foreignPage.js';
import { modelOf } from './model.js';
import { Notices } from './parts/notices.js';
import { TablePage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';

/** The view of one file, through its states: waiting, something else than a table, a table. */
export class TableView {
  readonly #notices: Notices;
  readonly #edits: Edits;
  readonly #stage = el('div', { class: 'stage' }, el('p', { class: 'waiting' }, 'Reading the file…'));
  #page: TablePage | null = null;
  #revision = 0;
  readonly #host: Host<FromTableView, ViewState>;

  constructor(root: HTMLElement, host: Host<FromTableView, ViewState>) {
    this.#host = host;

    this.#notices = new Notices((command) => host.post({ type: 'command', command }));
    this.#edits = new Edits(
      (message) => host.post(message),
      () => this.#revision,
    );
    root.append(this.#notices.element, this.#stage);
  }

  get page(): TablePage | null {
    return this.#page;
  }

  receive(message: ToTableView): void {
    switch (message.type) {
      case 'notices':
        return this.#notices.update(message);
      case 'editResult':
        return this.#edits.settle(message);
      case 'reveal':
        return this.#page?.reveal(message.index);
      case 'foreign':
        this.#page = null;
        return fill(
          this.#stage,
          foreignPage(message, (command) => this.#host.post({ type: 'command', command })),
        );
      case 'table':
        this.#revision = message.revision;
        return this.#page
          ? this.#page.update(message)
          : this.#begin(new TablePage(modelOf(message), this.#pageHost(), this.#savedState()));
    }
  }

  #begin(page: TablePage): void {
    this.#page = page;
    fill(this.#stage, page.element);
    page.begin();
  }

  #pageHost(): ConstructorParameters<typeof TablePage>[1] {
    const host = this.#host;
    return {
      post: (message) => host.post(message),
      send: this.#edits.send,
      sendAll: this.#edits.sendAll,
      save: (state) => host.save(state),
    };
  }

  #savedState(): ViewState {
    return { ...INITIAL_STATE, ...this.#host.load() };
  }
}
