import * as vscode from 'vscode';
import type { Coverage } from '../../core/check/coverage.js';
import type { Yardstick } from '../../core/check/yardstick.js';
import type { Splice } from '../../core/bytes/splice.js';
import { manyEdits, type ManyEdits } from '../../core/edits/manyEdits.js';
import { oneEdit } from '../../core/edits/oneEdit.js';
import type { Edit, EditStep, TableDocument } from '../../core/formats/format.js';
import type { ShownValues } from '../../protocol/values.js';
import type { DiskState } from './diskState.js';
import type { Content } from './source.js';
import { t } from '../../core/texts/translate.js';

/** Why an edit is refused that was made on something else than what stands there now. */
export const CHANGED_MEANWHILE = t`The table has changed meanwhile; try again.`;

const LABELS: Readonly<Record<Edit['kind'], string>> = {
  set: t`Change Scale`,
  insert: t`Add Entry`,
  delete: t`Delete Entry`,
  rename: t`Rename Entry`,
  header: t`Change Header`,
};

/**
 * A table file that is open, as views, findings and commands know it: what it means with its unsaved edits. Who keeps the content,
 * and so undo and saving, is the affair of its two kinds: `BytesFile` and `TextFile`.
 */
export abstract class TableFile {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposed = new vscode.EventEmitter<void>();
  /** The last editor of the file is closed. */
  readonly onDispose = this.#disposed.event;
  /** Something about the content is new: views draw it again. */
  readonly onDidChange = this.#changed.event;
  /** Counts content changes, so that an edit can name what it was made on. */
  revision = 0;
  /** What the latest change did to the entries; null where all may be new. */
  latest: EditStep | null = null;
  /** What the table is checked against beside itself, when the user or the folder names it. */
  yardstick: Yardstick | null = null;
  /** The JSON beside an onnxruntime table, which has both ends of each range. */
  sibling: TableDocument | null = null;
  /** What the values of its tensors look like, where a file tells. */
  values: ShownValues | null = null;
  /** What its model was run on to measure it, as a sentence, and of which revision that tells; null for a table that was not measured. */
  measured: { readonly text: string; readonly revision: number } | null = null;
  /** What stands on disk, as far as is known. */
  abstract readonly disk: DiskState;
  /** The latest answer of {@link coverage}: several ask after each change, and a large network takes its time. */
  #covered: { readonly document: TableDocument; readonly by: Yardstick; readonly coverage: Coverage } | null = null;

  constructor(
    readonly uri: vscode.Uri,
    public content: Content,
  ) {}

  /** Whether there are unsaved edits. */
  abstract get isDirty(): boolean;

  /** The bytes with all edits, or null when the file was not read. */
  abstract get bytes(): Uint8Array | null;

  /** Whether {@link content} is not yet what the file holds: what is edited meanwhile would be lost. */
  protected abstract get isBehind(): boolean;

  /** Reads the file again; a large one up to a limit in bytes. */
  abstract reload(limit?: number): Promise<void>;

  /** Writes the file anew that is no longer there. Throws what saving throws. */
  abstract saveAgain(): Promise<void>;

  /** Makes a change of the bytes that the user can undo; returns why it can't be made, or null. */
  protected abstract commit(splice: Splice, label: string): Promise<string | null> | null;

  dispose(): void {
    this.#disposed.fire();
    this.#disposed.dispose();
    this.#changed.dispose();
  }

  /** The table against its yardstick, or null when there is none. */
  get coverage(): Coverage | null {
    const { content, yardstick: by } = this;
    if (content.kind !== 'table' || !by) return null;
    const { document } = content;
    const known = this.#covered;
    const coverage =
      known?.by === by && saysTheSame(known.document, document, by) ? known.coverage : by.check(document);
    this.#covered = { document, by, coverage };
    return coverage;
  }

  /** Checks the table against something else from now on; views draw it again. */
  measureBy(yardstick: Yardstick | null): void {
    this.yardstick = yardstick;
    this.refresh();
  }

  /** Measures the table by the file beside it from now on; views draw it again. */
  measureBeside(sibling: TableDocument | null): void {
    this.sibling = sibling;
    this.refresh();
  }

  /** Views show what its values look like from now on. */
  showValues(values: ShownValues | null): void {
    this.values = values;
    this.refresh();
  }

  /** Views say from now on what it was measured by; null: no more. */
  showMeasured(text: string | null): void {
    this.measured = text === null ? null : { text, revision: this.revision };
    this.refresh();
  }

  /** Makes an edit; returns why it can't be made, or null. */
  async apply(edit: Edit, revision: number): Promise<string | null> {
    return this.change((document) => oneEdit(document, edit), LABELS[edit.kind], revision);
  }

  /** Makes several edits as one that is undone at once; returns why one of them can't be made (then none is), or null. */
  async applyAll(edits: readonly Edit[], label: string, revision = this.revision): Promise<string | null> {
    return this.change((document) => manyEdits(document, edits), label, revision);
  }

  /** Makes any change as one that is undone at once; returns why it can't be made, or null. */
  async change(
    changeOf: (document: TableDocument) => ManyEdits,
    label: string,
    revision: number,
  ): Promise<string | null> {
    if (this.content.kind !== 'table') return t`The file is no table that can be edited.`;
    if (revision !== this.revision || this.isBehind) return CHANGED_MEANWHILE;
    const made = changeOf(this.content.document);
    if ('problem' in made) return made.problem;
    return made.splice && this.commit(made.splice, label);
  }

  /** There is other content from now on. */
  protected show(content: Content, step: EditStep | null = null): void {
    this.content = content;
    this.latest = step;
    this.revision++;
    this.refresh();
  }

  /** Views look again at what they show. */
  refresh(): void {
    this.#changed.fire();
  }
}

/** Whether a yardstick finds the same in both: a network knows names alone, and findings stand on lines. */
function saysTheSame(before: TableDocument, after: TableDocument, { network }: Yardstick): boolean {
  const isSame = before.table.names === after.table.names && before.spans.line === after.spans.line;
  return before === after || (network !== null && isSame && before.format === after.format);
}
