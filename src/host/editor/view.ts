import * as vscode from 'vscode';
import { rowEdits } from '../../core/edits/rowEdits.js';
import { counted } from '../../core/render/counts.js';
import type { NetworkPlaces } from '../../core/naming/places.js';
import type { Edit } from '../../core/formats/format.js';
import {
  parseFromTableView,
  type FromTableView,
  type LabelColumn,
  type NoticesMessage,
  type RowsMessage,
  type ToTableView,
  type ViewCommand,
} from '../../protocol/table.js';
import { type FromAnyView } from '../../protocol/common.js';
import { changesBetween, type ShownTable } from '../../protocol/tableChanges.js';
import { packHistograms, type ShownValues } from '../../protocol/values.js';
import type { HostServices } from '../ui/services.js';
import { onDidChangeRules } from '../ui/settings.js';
import { ViewChannel, type Answer } from '../webview/channel.js';
import type { TableFile } from './tableFile.js';
import { SelectionStatus } from './selectionStatus.js';
import { savedTableOf } from './editMarks.js';
import { entryHistory } from './entryHistory.js';
import { copyEntries, showInText, showLine } from './entryText.js';
import { insteadOfTable, shownTable } from './messages.js';
import { t } from '../../core/texts/translate.js';

type Notice = NoticesMessage['notices'][number];
type Asked = Exclude<FromTableView, FromAnyView>;

/** One panel that shows a file: sends it what to draw once it is ready, and takes what it asks for. */
export class TableView implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #channel: ViewChannel<Asked, ToTableView>;
  #notices: readonly Notice[] = [];
  #labels: readonly LabelColumn[] = [];
  #selected: number | null = null;
  /** Whether the view shows marks of edits. */
  #isMarked = false;
  #toReveal: number | null = null;
  /** The entry of which the view shows who changed it last. */
  #historyOf: number | null = null;
  /** The table that the view shows; null before the first one, and when it shows something else. */
  #shown: ShownTable | null = null;
  readonly #readOnly: boolean;
  readonly #selection: SelectionStatus;
  #places: NetworkPlaces | null = null;
  #values: ShownValues | null = null;
  readonly #runCommand: (command: ViewCommand, view: TableView) => Promise<void>;

  constructor(
    readonly file: TableFile,
    readonly panel: vscode.WebviewPanel,
    services: HostServices,
    runCommand: (command: ViewCommand, view: TableView) => Promise<void>,
    isReadOnlyView = false,
  ) {
    this.#runCommand = runCommand;
    this.#selection = new SelectionStatus(panel);
    this.#readOnly = isReadOnlyView || isReadOnly(file.uri);

    this.#channel = new ViewChannel(
      panel,
      { page: 'table', title: t`Calibration table`, parse: parseFromTableView },
      services,
      {
        ready: () => {
          this.#shown = null;
          this.#places = null;
          this.#values = null;
          this.#draw();
          this.setNotices(this.#notices);
          if (this.#labels.length > 0) this.setLabels(this.#labels);
          this.#revealNow();
        },
        answer: (message) => this.#answer(message),
        asText: () => void runCommand('openAsText', this),
        shown: () => this.file.uri,
      },
    );
    this.#subscriptions.push(
      this.#channel,
      this.#selection,
      file.onDidChange(() => this.#draw()),
      savedTableOf(file).onDidChange(() => {
        this.#sendMarks(file.revision);
        if (this.#historyOf !== null) void this.#tellHistory(this.#historyOf);
      }),
      onDidChangeRules(() => this.#draw()),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** Sentences above the table. */
  setNotices(notices: readonly Notice[]): void {
    this.#notices = notices;
    this.#channel.post({ type: 'notices', notices });
  }

  /** Columns from elsewhere beside the entries. */
  setLabels(columns: readonly LabelColumn[]): void {
    this.#labels = columns;
    this.#channel.post({ type: 'labels', columns });
  }

  /** The first entry that is selected; null where none is. */
  get selected(): number | null {
    return this.#selected;
  }

  /** Scrolls to an entry, as soon as the view can draw: one that is hidden draws anew. */
  reveal(index: number): void {
    this.#toReveal = index;
    const isVisible = this.panel.visible;
    // Without its own column it would move to the active group.
    this.panel.reveal(this.panel.viewColumn);
    if (isVisible) this.#revealNow();
  }

  #revealNow(): void {
    if (this.#toReveal === null || !this.#channel.isReady) return;
    this.#channel.post({ type: 'reveal', index: this.#toReveal });
    this.#toReveal = null;
  }

  /** Sends what there is to show: of the table that the view shows already, only what changed. */
  #draw(): void {
    try {
      const shown = shownTable(this.file, this.#readOnly);
      const changes = shown && this.#shown && changesBetween(this.#shown, shown, this.file.latest);
      this.#shown = shown;
      this.#channel.post(changes ?? shown?.message ?? insteadOfTable(this.file));
      if (!shown) return;
      this.#sendPlaces();
      this.#sendValues();
      this.#sendMarks(shown.message.revision);
    } catch (error) {
      this.#shown = null;
      this.#channel.fail(error);
    }
  }

  /** Tells where the entries stand in the network, if that is another than the view knows. */
  #sendPlaces(): void {
    const places = this.file.coverage?.places ?? null;
    if (places === this.#places) return;
    this.#places = places;
    this.#channel.post({ type: 'places', ...(places ?? NO_PLACES) });
  }

  /** Tells what the values look like, if that is other than the view knows. */
  #sendValues(): void {
    const { values } = this.file;
    if (values === this.#values) return;
    this.#values = values;
    this.#channel.post({ type: 'values', ...(values ?? NO_VALUES) });
  }

  /** Tells which entries are edited; nothing as long as none is. */
  #sendMarks(revision: number): void {
    const { entries, kinds, gone } = savedTableOf(this.file).marks;
    const isMarked = entries.length + gone > 0;
    if (isMarked || this.#isMarked) this.#channel.post({ type: 'edited', revision, entries, kinds, gone });
    this.#isMarked = isMarked;
  }

  #answer(message: Asked): Answer | Promise<Answer> {
    if (message.type === 'command') return this.#runCommand(message.command, this);
    if (message.type === 'selection') {
      this.#selected = message.first;
      return this.#selection.set(message);
    }
    if (message.type === 'copyLines') return copyEntries(this.file, message.entries);
    if (message.type === 'showInText') return showInText(this.file, message.entries);
    if (message.type === 'showLine') return showLine(this.file, message.line);
    if (message.type === 'history') return this.#tellHistory(message.entry);
    if (message.type === 'compareEntry') return this.#compare(message.entries);
    if (message.type === 'copyAs')
      return void vscode.commands.executeCommand('calibrationTables.copyAs', this.file.uri, undefined, message.entries);
    if (message.type === 'mark') return this.#mark(message.entries);
    if (this.#readOnly) return t`This file system is read-only.`;
    if (message.type === 'rows') return this.#changeRows(message);
    const { edits, revision } = message;
    const [only] = edits;
    return only && edits.length === 1
      ? this.file.apply(only, revision)
      : this.file.applyAll(edits, labelOf(edits), revision);
  }

  async #tellHistory(entry: number): Promise<void> {
    this.#historyOf = entry;
    const { revision } = this.file;
    const text = await entryHistory(this.file, entry);
    if (revision === this.file.revision) this.#channel.post({ type: 'history', entry, text });
  }

  /** Asks with which table, and shows the first of the entries in the comparison. */
  #compare([index = -1]: readonly number[]): void {
    const { content, uri } = this.file;
    const name = content.kind === 'table' ? content.document.table.names[index] : undefined;
    if (name === undefined) return;
    void vscode.commands.executeCommand('calibrationTables.compareWith', uri, undefined, undefined, { index, name });
  }

  async #mark(entries: readonly number[]): Promise<Answer> {
    const { content, uri } = this.file;
    if (content.kind !== 'table') return;
    const names = entries.map((entry) => content.document.table.names[entry] ?? '');
    await vscode.commands.executeCommand('calibrationTables.markEntries', uri, names);
  }

  #changeRows({ action, entries, revision }: RowsMessage): Promise<Answer> {
    const label = `${ROW_LABELS[action]} ${counted(entries.length, t`Entry`, t`Entries`)}`;
    const saved = savedTableOf(this.file);
    return this.file.change(
      (document) => (action === 'revert' ? saved.revert(document, entries) : rowEdits(document, action, entries)),
      label,
      revision,
    );
  }
}

const NO_PLACES: NetworkPlaces = { order: new Int32Array(), types: [], typeOf: new Int32Array(), blobs: [] };

const NO_VALUES: ShownValues = { source: null, ...packHistograms([], []) };

/** What the undo of a change of rows says. */
const ROW_LABELS: Readonly<Record<RowsMessage['action'], string>> = {
  revert: t`Revert`,
  duplicate: t`Duplicate`,
  moveUp: t`Move Up`,
  moveDown: t`Move Down`,
};

/** What the undo of several edits says. */
function labelOf(edits: readonly Edit[]): string {
  const verb = edits.every(({ kind }) => kind === 'delete') ? t`Delete` : t`Change`;
  return `${verb} ${counted(edits.length, t`Entry`, t`Entries`)}`;
}

/** Whether no file of that file system can be written. */
export function isReadOnly({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === false;
}
