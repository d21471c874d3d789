import * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes/bytes.js';
import { editProblem } from '../../core/edits/editProblem.js';
import type { Edit, EditStep, TableDocument } from '../../core/formats/format.js';
import { updated } from '../../core/formats/update/updated.js';
import { manyEdits, type ManyEdits } from '../../core/edits/manyEdits.js';
import type { Coverage } from '../../core/check/coverage.js';
import type { Yardstick } from '../../core/check/yardstick.js';
import { inverseSplice, spliceBetween, type Splice } from '../../core/bytes/splice.js';
import { safe } from '../../core/render/safe.js';
import { notify } from '../ui/notify.js';
import { writeFile } from '../ui/writeFile.js';
import { packBackup, unpackBackup } from './backup.js';
import { contentOf, LARGE_FILE_BYTES, readWithin, type Content, type ReadContent } from './source.js';

/** A change that the user made, as VS Code wants to hear of it. */
export interface DocumentEdit {
  readonly label: string;
  undo(): void;
  redo(): void;
}

/** The bytes with the unsaved edits, and the bytes that they were made on. */
export interface UnsavedEdits {
  readonly bytes: Uint8Array;
  readonly onDisk: Uint8Array;
}

const LABELS: Readonly<Record<Edit['kind'], string>> = {
  set: 'Change Scale',
  insert: 'Add Entry',
  delete: 'Delete Entry',
  rename: 'Rename Entry',
  header: 'Change Header',
};

/** A file in our editor: its bytes with the unsaved edits, what they mean, and what stands on disk. */
export class TableFile implements vscode.CustomDocument {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #edited = new vscode.EventEmitter<DocumentEdit>();
  readonly #disposed = new vscode.EventEmitter<void>();
  /** VS Code has closed the last editor of the file. */
  readonly onDispose = this.#disposed.event;
  /** Something about the content is new: views draw it again. */
  readonly onDidChange = this.#changed.event;
  readonly onDidEdit = this.#edited.event;
  /** Its unsaved edits were to come back from a backup that can't be read: it is shown as it stands on disk. */
  hasLostEdits = false;
  /** Counts content changes, so that an edit can name what it was made on. */
  revision = 0;
  /** What the latest change did to the entries; null where all may be new. */
  latest: EditStep | null = null;
  /** What the table is checked against beside itself, when the user or the folder names it. */
  yardstick: Yardstick | null = null;
  /** The JSON beside an onnxruntime table, which has both ends of each range. */
  sibling: TableDocument | null = null;
  /** The latest answer of {@link coverage}: several ask after each change, and a large network takes its time. */
  #covered: { readonly document: TableDocument; readonly by: Yardstick; readonly coverage: Coverage } | null = null;
  /** The latest save. Before it is over, the disk may hold what {@link onDisk} does not say yet. */
  #saving: Promise<void> = Promise.resolve();
  /** Counts reloads: an edit from before one can't be undone byte by byte. */
  #loads = 0;
  #onDisk: Uint8Array | null;

  readonly #read: ReadContent;
  /** The latest reload, until it is over: what is edited meanwhile would be lost. */
  #reloading: object | null = null;

  private constructor(
    readonly uri: vscode.Uri,
    public content: Content,
    onDisk: Uint8Array | null,
    read: ReadContent,
  ) {
    this.#onDisk = onDisk;
    this.#read = read;
  }

  /**
   * Opens a file, or its hot-exit backup; where that is damaged, the file. Throws what the file system throws.
   * @param read how bytes are read, now and after a reload
   */
  static async open(
    uri: vscode.Uri,
    backup: vscode.Uri | undefined,
    untitled: Uint8Array | undefined,
    read: ReadContent = contentOf,
  ): Promise<TableFile> {
    if (untitled || uri.scheme === 'untitled')
      return new TableFile(uri, await read(untitled ?? new Uint8Array(), uri), null, read);
    const restored = backup && (await TableFile.#restore(uri, backup, read));
    if (restored) return restored;
    const file = await TableFile.#fromDisk(uri, read);
    file.hasLostEdits = backup !== undefined;
    return file;
  }

  static async #fromDisk(uri: vscode.Uri, read: ReadContent): Promise<TableFile> {
    const { bytes, size } = await readWithin(uri, LARGE_FILE_BYTES);
    return new TableFile(uri, bytes ? await read(bytes, uri) : { kind: 'tooLarge', size }, bytes, read);
  }

  /** The file with its unsaved edits; undefined when their backup is damaged or gone. */
  static async #restore(uri: vscode.Uri, backup: vscode.Uri, read: ReadContent): Promise<TableFile | undefined> {
    try {
      const { bytes, onDisk } = unpackBackup(await vscode.workspace.fs.readFile(backup));
      const content = await read(bytes, uri);
      // Reading that was cancelled would lose the edits.
      return new TableFile(uri, content.kind === 'tooLarge' ? contentOf(bytes, uri) : content, onDisk, read);
    } catch {
      return undefined;
    }
  }

  dispose(): void {
    this.#disposed.fire();
    this.#disposed.dispose();
    this.#changed.dispose();
    this.#edited.dispose();
  }

  /** The bytes with all edits, or null when the file was not read. */
  get bytes(): Uint8Array | null {
    return this.content.kind === 'table' ? this.content.document.bytes : this.#onDisk;
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
    this.#changed.fire();
  }

  /** Measures the table by the file beside it from now on; views draw it again. */
  measureBeside(sibling: TableDocument | null): void {
    this.sibling = sibling;
    this.#changed.fire();
  }

  get isDirty(): boolean {
    return this.content.kind === 'table' && !(this.#onDisk && sameBytes(this.#onDisk, this.content.document.bytes));
  }

  /** Makes an edit and tells VS Code of it; returns why it can't be made, or null. */
  apply(edit: Edit, revision: number): string | null {
    if (this.content.kind !== 'table') return 'The file is no table that can be edited.';
    if (revision !== this.revision || this.#reloading) return 'The table has changed meanwhile; try again.';
    const { document } = this.content;
    const problem = editProblem(document, edit);
    if (problem !== null) return problem;
    const splice = document.format.edit?.(document, edit);
    if (splice) this.#commit(splice, LABELS[edit.kind]);
    return null;
  }

  /** Makes several edits as one that is undone at once; returns why one of them can't be made (then none is), or null. */
  applyAll(edits: readonly Edit[], label: string, revision = this.revision): string | null {
    return this.change((document) => manyEdits(document, edits), label, revision);
  }

  /** Makes any change as one that is undone at once; returns why it can't be made, or null. */
  change(changeOf: (document: TableDocument) => ManyEdits, label: string, revision: number): string | null {
    if (this.content.kind !== 'table') return 'The file is no table that can be edited.';
    if (revision !== this.revision || this.#reloading) return 'The table has changed meanwhile; try again.';
    const result = changeOf(this.content.document);
    if ('problem' in result) return result.problem;
    if (result.splice) this.#commit(result.splice, label);
    return null;
  }

  /** The unsaved edits, or null when there are none. */
  get unsaved(): UnsavedEdits | null {
    return this.isDirty && this.bytes && this.#onDisk ? { bytes: this.bytes, onDisk: this.#onDisk } : null;
  }

  /** Makes unsaved edits again, as one, if the file on disk is still what they were made on. */
  remake({ bytes, onDisk }: UnsavedEdits): void {
    if (this.content.kind !== 'table' || this.isDirty || !this.#onDisk || !sameBytes(this.#onDisk, onDisk)) return;
    this.#commit(spliceBetween(this.#onDisk, bytes), 'Unsaved Edits');
  }

  #commit(splice: Splice, label: string): void {
    const load = this.#loads;
    const step = (change: Splice) => (): void => {
      if (load === this.#loads) this.#splice(change);
      else
        void notify(
          'warning',
          safe`"${label}" was made before the file was reloaded from disk; it can't be undone or redone any more.`,
        );
    };
    this.#splice(splice);
    this.#edited.fire({ label, undo: step(inverseSplice(splice)), redo: step(splice) });
  }

  #splice(splice: Splice): void {
    if (this.content.kind !== 'table') return;
    const before = this.content.document;
    const { document, change } = updated(before, splice);
    this.#show({ kind: 'table', document }, change && { before, change });
  }

  #show(content: Content, step: EditStep | null = null): void {
    this.content = content;
    this.latest = step;
    this.revision++;
    this.#changed.fire();
  }

  /** Writes the file whole or not at all. */
  async save(): Promise<void> {
    const { bytes } = this;
    if (!bytes) return;
    this.#saving = writeFile(this.uri, bytes).then(() => {
      this.#onDisk = bytes;
    });
    await this.#saving;
  }

  async saveAs(destination: vscode.Uri): Promise<void> {
    if (this.bytes) await writeFile(destination, this.bytes);
  }

  /** Reads the file again and forgets the unsaved edits. */
  async reload(limit = LARGE_FILE_BYTES): Promise<void> {
    const reloading = (this.#reloading = {});
    try {
      const { bytes, size } = await readWithin(this.uri, limit);
      const content = bytes ? await this.#read(bytes, this.uri) : ({ kind: 'tooLarge', size } as const);
      if (reloading !== this.#reloading) return;
      this.#onDisk = bytes;
      this.#loads++;
      this.#show(content);
    } finally {
      if (reloading === this.#reloading) this.#reloading = null;
    }
  }

  /** How the file on disk stands to what was last read or written: the same, changed, or gone. */
  async compareWithDisk(): Promise<'same' | 'changed' | 'gone'> {
    if (!this.#onDisk || this.uri.scheme === 'untitled') return 'same';
    const saving = this.#saving;
    await saving.catch(() => undefined);
    try {
      const { bytes } = await readWithin(this.uri, LARGE_FILE_BYTES);
      if (this.#saving !== saving) return await this.compareWithDisk();
      return bytes && sameBytes(bytes, this.#onDisk) ? 'same' : 'changed';
    } catch {
      return 'gone';
    }
  }

  /** Keep the unsaved edits although the file on disk has become another. */
  async acceptDisk(): Promise<void> {
    const { bytes } = await readWithin(this.uri, LARGE_FILE_BYTES);
    this.#onDisk = bytes;
  }

  /** Writes what a restart needs to go on with the unsaved edits. */
  async backup(destination: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.writeFile(destination, packBackup(this.bytes ?? new Uint8Array(), this.#onDisk));
  }
}

/** Whether a yardstick finds the same in both: a network knows names alone, and findings stand on lines. */
function saysTheSame(before: TableDocument, after: TableDocument, { network }: Yardstick): boolean {
  const isSame = before.table.names === after.table.names && before.spans.line === after.spans.line;
  return before === after || (network !== null && isSame && before.format === after.format);
}
