import { carryRow, findSplices } from '../../src/protocol/rowSplices.js';
import type { FromTableView, TableChangesMessage, TableMessage, ToTableView } from '../../src/protocol/table.js';
import { withChanges } from '../../src/protocol/tableChanges.js';
import type { View, ViewHost } from '../shared/session/mount.js';
import type { Stage } from '../shared/session/stage.js';
import { modelOf, NOTHING_AROUND, type Around } from './model.js';
import { TablePage } from './page.js';
import { foreignPage } from './parts/foreignPage.js';
import { Notices } from './parts/notices.js';
import { sendToSame } from './parts/sendToSame.js';
import { Values } from './values/values.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';

/** The view of one file, through its states: waiting, something else than a table, a table. */
export class TableView implements View<ToTableView> {
  readonly #notices: Notices;
  readonly #stage: Stage;
  readonly #host: ViewHost<FromTableView, ViewState>;
  #page: TablePage | null = null;
  #around: Around = NOTHING_AROUND;

  constructor(stage: Stage, host: ViewHost<FromTableView, ViewState>) {
    this.#stage = stage;
    this.#host = host;
    this.#notices = new Notices((command) => host.post({ type: 'command', command }));
    stage.element.before(this.#notices.element);
  }

  get page(): TablePage | null {
    return this.#page;
  }

  receive(message: ToTableView): void {
    switch (message.type) {
      case 'notices':
        return this.#notices.update(message);
      case 'places':
        return this.#know({ places: message });
      case 'labels':
        return this.#know({ labels: message.columns });
      case 'values':
        return this.#know({ values: new Values(message) });
      case 'history':
        return this.#page?.tellHistory(message);
      case 'edited':
        return this.#page?.setEdits(message);
      case 'reveal':
        return this.#page?.reveal(message.index);
      case 'foreign':
        this.#page = null;
        return this.#stage.show(foreignPage(message, (command) => this.#host.post({ type: 'command', command })));
      case 'table':
        return this.#show(message);
      case 'changes':
        return this.#change(message);
    }
  }

  restart(): void {
    this.#page = null;
  }

  /** What is known besides the table comes on its own, before or after it. */
  #know(part: Partial<Around>): void {
    this.#around = { ...this.#around, ...part };
    this.#page?.setAround(part);
  }

  #show(message: TableMessage): void {
    if (!this.#page)
      return this.#begin(new TablePage(modelOf(message, this.#around), this.#pageHost(), this.#savedState()));
    const { names } = this.#page.message;
    const splices = findSplices(names.length, message.names.length, (old, now) => names[old] === message.names[now]);
    this.#page.update(message, carryRow(splices, message.names.length));
  }

  #change(changes: TableChangesMessage): void {
    const before = this.#page?.message;
    // Another table than the changes were made on: all of it has to come again.
    if (before?.revision !== changes.from) return this.#host.post({ type: 'ready' });
    const message = withChanges(before, changes);
    this.#page?.update(message, carryRow(changes.splices, message.names.length));
  }

  #begin(page: TablePage): void {
    this.#page = page;
    this.#stage.show(page.element);
    page.begin();
  }

  #pageHost(): ConstructorParameters<typeof TablePage>[1] {
    const host = this.#host;
    return {
      grids: host.grids,
      post: (message) => host.post(message),
      changeRows: (action, entries) =>
        host.request({ type: 'rows', revision: this.#page?.message.revision ?? 0, action, entries }),
      send: (edits) =>
        sendToSame(edits, {
          message: () => this.#page?.message ?? null,
          ask: (asked, revision) => host.request({ type: 'edits', revision, edits: asked }),
        }),
      save: (state) => host.save(state),
    };
  }

  #savedState(): ViewState {
    return { ...INITIAL_STATE, ...this.#host.load() };
  }
}
