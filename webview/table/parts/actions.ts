import type { CopyMessage } from '../../../src/protocol/common.js';
import type {
  CompareEntryMessage,
  CopyAsMessage,
  CopyLinesMessage,
  MarkMessage,
  RowsMessage,
  ShowInTextMessage,
} from '../../../src/protocol/table.js';
import { isForHost, type GridAction, type HostAction } from '../../shared/grid/keys.js';
import type { GridSession } from '../../shared/session/gridSession.js';
import type { TableModel } from '../model.js';
import type { ViewState } from '../viewState.js';
import { deletion } from './deletion.js';
import type { ChangeRows, SendEdits } from './edits.js';
import type { Editing } from './editing.js';
import { GridEdits } from './gridEdits.js';
import { t } from '../../../src/core/texts/translate.js';

/** What actions work on, and with. */
export interface ActionParts {
  readonly session: GridSession<ViewState>;
  readonly model: () => TableModel;
  readonly editing: Editing;
  readonly post: (
    message: CopyMessage | CopyLinesMessage | CopyAsMessage | ShowInTextMessage | CompareEntryMessage | MarkMessage,
  ) => void;
  readonly send: SendEdits;
  readonly changeRows: ChangeRows;
  readonly openAddForm: () => void;
  readonly openReplaceForm: () => void;
  readonly openMethodForm: () => void;
}

/** What a key (or a menu) does with what is selected; what can't be done is said beside the cell. */
export class Actions {
  /** What to select when the selected entries are gone. */
  afterDeletion: number | null = null;
  readonly #parts: ActionParts;
  readonly #edits: GridEdits;
  #rowsChanged: Promise<void> = Promise.resolve();

  constructor(parts: ActionParts) {
    this.#parts = parts;
    this.#edits = new GridEdits(parts.session.grid, parts.model, parts.send, parts.changeRows);
  }

  run(action: GridAction): void {
    if (action.kind === 'copy') return this.copy();
    if (action.kind === 'cut') return this.cut();
    if (isForHost(action)) return this.#askHost(action);
    if (this.#refuses()) return;
    switch (action.kind) {
      case 'edit':
        return this.#parts.editing.start(action.typed);
      case 'fillDown':
        return void this.#edits.fillDown();
      case 'delete':
        return void this.#delete();
      case 'insert':
        return this.#parts.openAddForm();
      case 'paste':
        return void this.#edits.paste(action.text);
      case 'replace':
        return this.#parts.openReplaceForm();
      case 'setByMethod':
        return this.#setByMethod();
      default:
        return this.#changeRows(action.kind);
    }
  }

  copy(): void {
    const message = this.#parts.session.copied();
    if (message) this.#parts.post(message);
    else this.#parts.session.grid.say(t`Nothing is selected.`);
  }

  cut(): void {
    if (this.#refuses()) return;
    const { grid } = this.#parts.session;
    if (grid.selection?.fromColumn !== undefined)
      return grid.say(
        t`A cell can not be empty. To cut entries, select whole rows: Shift+Space, or a click on the number.`,
      );
    this.copy();
    void this.#delete();
  }

  paste(text: string): void {
    if (!this.#refuses()) void this.#edits.paste(text);
  }

  /** What only the host can do: it has the file. */
  #askHost({ kind }: HostAction): void {
    const { selectedEntries } = this.#parts.session.grid;
    if (selectedEntries.length === 0) return this.#parts.session.grid.say(t`Select an entry first.`);
    this.#parts.post({ type: kind, entries: [...selectedEntries] });
  }

  #setByMethod(): void {
    const { model, session, openMethodForm } = this.#parts;
    if (model().values?.hasAny(model().table.names)) return openMethodForm();
    session.grid.say(t`There are no histograms to work ranges out of: borrow them by "Show Values From…".`);
  }

  /** Whether nothing can be changed here; says why. */
  #refuses(): boolean {
    const { readOnly, readOnlyReason } = this.#parts.model().message;
    if (readOnly) this.#parts.session.grid.say(readOnlyReason ?? t`This table is read-only.`);
    return readOnly;
  }

  async #delete(): Promise<void> {
    const { rows, selectedEntries } = this.#parts.session.grid;
    const { edits, next } = deletion(rows, selectedEntries);
    if (edits.length === 0) return this.#parts.session.grid.say(t`Select an entry first.`);
    this.afterDeletion = next;
    const problem = await this.#parts.send(edits);
    this.afterDeletion = null;
    if (problem !== null) this.#parts.session.grid.say(problem);
  }

  /** A key that is held comes again before the table has moved: one after the other. */
  #changeRows(action: RowsMessage['action']): void {
    const { session } = this.#parts;
    this.#rowsChanged = this.#rowsChanged.then(() =>
      this.#edits.changeRows(action, session.state.sort !== null, (entries) => session.select(entries)),
    );
  }
}
