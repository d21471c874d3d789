import * as vscode from 'vscode';
import { sameBytes } from '../../../core/bytes/bytes.js';
import { inverseSplice, spliceBetween, type Splice } from '../../../core/bytes/splice.js';
import { updated } from '../../../core/formats/update/updated.js';
import { safe } from '../../../core/render/safe.js';
import { notify } from '../../ui/notify.js';
import { writeFile } from '../../ui/writeFile.js';
import { DiskState } from '../diskState.js';
import { contentOf, LARGE_FILE_BYTES, readWithin, type Content, type ReadContent } from '../source.js';
import { TableFile } from '../tableFile.js';
import { packBackup, unpackBackup } from './backup.js';
import { t } from '../../../core/texts/translate.js';

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

/** A table that a text editor can't carry byte for byte: its bytes, undo, save and backup are ours. */
export class BytesFile extends TableFile implements vscode.CustomDocument {
  readonly #edited = new vscode.EventEmitter<DocumentEdit>();
  readonly onDidEdit = this.#edited.event;
  readonly disk: DiskState;
  /** Its unsaved edits were to come back from a backup that can't be read: it is shown as it stands on disk. */
  hasLostEdits = false;
  /** Why a text editor of the same file is not linked with it, in a few words; null where none is to be expected. */
  notLinked: string | null = null;
  /** Counts reloads: an edit from before one can't be undone byte by byte. */
  #loads = 0;
  readonly #read: ReadContent;
  /** The latest reload, until it is over: what is edited meanwhile would be lost. */
  #reloading: object | null = null;

  private constructor(uri: vscode.Uri, content: Content, onDisk: Uint8Array | null, read: ReadContent) {
    super(uri, content);
    this.disk = new DiskState(uri, onDisk);
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
  ): Promise<BytesFile> {
    if (untitled || uri.scheme === 'untitled')
      return new BytesFile(uri, await read(untitled ?? new Uint8Array(), uri), null, read);
    const restored = backup && (await BytesFile.#restore(uri, backup, read));
    if (restored) return restored;
    const file = await BytesFile.#fromDisk(uri, read);
    file.hasLostEdits = backup !== undefined;
    return file;
  }

  static async #fromDisk(uri: vscode.Uri, read: ReadContent): Promise<BytesFile> {
    const { bytes, size } = await readWithin(uri, LARGE_FILE_BYTES);
    return new BytesFile(uri, bytes ? await read(bytes, uri) : { kind: 'tooLarge', size }, bytes, read);
  }

  /** The file with its unsaved edits; undefined when their backup is damaged or gone. */
  static async #restore(uri: vscode.Uri, backup: vscode.Uri, read: ReadContent): Promise<BytesFile | undefined> {
    try {
      const { bytes, onDisk } = unpackBackup(await vscode.workspace.fs.readFile(backup));
      const content = await read(bytes, uri);
      // Reading that was cancelled would lose the edits.
      return new BytesFile(uri, content.kind === 'tooLarge' ? contentOf(bytes, uri) : content, onDisk, read);
    } catch {
      return undefined;
    }
  }

  override dispose(): void {
    super.dispose();
    this.#edited.dispose();
  }

  override get bytes(): Uint8Array | null {
    return this.content.kind === 'table' ? this.content.document.bytes : this.disk.known;
  }

  override get isDirty(): boolean {
    return (
      this.content.kind === 'table' && !(this.disk.known && sameBytes(this.disk.known, this.content.document.bytes))
    );
  }

  protected override get isBehind(): boolean {
    return this.#reloading !== null;
  }

  /** The unsaved edits, or null when there are none. */
  get unsaved(): UnsavedEdits | null {
    const { bytes, disk } = this;
    return this.isDirty && bytes && disk.known ? { bytes, onDisk: disk.known } : null;
  }

  /** Makes unsaved edits again, as one, if the file on disk is still what they were made on. */
  remake({ bytes, onDisk }: UnsavedEdits): void {
    const { known } = this.disk;
    if (this.content.kind !== 'table' || this.isDirty || !known || !sameBytes(known, onDisk)) return;
    this.commit(spliceBetween(known, bytes), t`Unsaved Edits`);
  }

  protected override commit(splice: Splice, label: string): null {
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
    return null;
  }

  #splice(splice: Splice): void {
    if (this.content.kind !== 'table') return;
    const before = this.content.document;
    const { document, change } = updated(before, splice);
    this.show({ kind: 'table', document }, change && { before, change });
  }

  /** Writes the file whole or not at all. */
  async save(): Promise<void> {
    if (!this.bytes) return;
    await this.disk.write(this.bytes);
    // No entry is marked as edited any more.
    this.refresh();
  }

  override async saveAgain(): Promise<void> {
    await this.save();
  }

  async saveAs(destination: vscode.Uri): Promise<void> {
    if (this.bytes) await writeFile(destination, this.bytes);
  }

  /** Reads the file again and forgets the unsaved edits. */
  override async reload(limit = LARGE_FILE_BYTES): Promise<void> {
    const reloading = (this.#reloading = {});
    try {
      const { bytes, size } = await readWithin(this.uri, limit);
      const content = bytes ? await this.#read(bytes, this.uri) : ({ kind: 'tooLarge', size } as const);
      if (reloading !== this.#reloading) return;
      this.disk.known = bytes;
      this.disk.standing = 'same';
      this.#loads++;
      this.show(content);
    } finally {
      if (reloading === this.#reloading) this.#reloading = null;
    }
  }

  /** Writes what a restart needs to go on with the unsaved edits. */
  async backup(destination: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.writeFile(destination, packBackup(this.bytes ?? new Uint8Array(), this.disk.known));
  }
}
