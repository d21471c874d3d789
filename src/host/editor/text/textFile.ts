import * as vscode from 'vscode';
import { isAscii, utf8Bytes } from '../../../core/bytes/bytes.js';
import type { Splice } from '../../../core/bytes/splice.js';
import { textSplices } from '../../../core/bytes/textChange.js';
import { whyNoText } from '../../../core/bytes/textFitness.js';
import type { TableDocument } from '../../../core/formats/format.js';
import { rewrittenEntries } from '../../../core/formats/rewritten.js';
import { detect } from '../../../core/formats/index.js';
import { updated, updatedInPart, type Updated } from '../../../core/formats/update/updated.js';
import { Debounced } from '../../ui/debounced.js';
import { isLarge } from '../../work/large.js';
import { DiskState } from '../diskState.js';
import type { Content, ReadContent } from '../source.js';
import { CHANGED_MEANWHILE, TableFile } from '../tableFile.js';
import { spliceEdit } from './spliceEdit.js';
import { textHead } from './textHead.js';

/** A table that is VS Code's own text document: dirty, undo, save and hot exit are VS Code's, and one with the text editor's. */
export class TextFile extends TableFile {
  readonly #unfit = new vscode.EventEmitter<void>();
  /** The file on disk has become one that a text can't carry, and there are no unsaved edits. */
  readonly onDidBecomeUnfit = this.#unfit.event;
  readonly disk: DiskState;
  readonly #read: ReadContent;
  readonly #rereading = new Debounced(() => this.#catchUp());
  readonly #subscriptions: readonly vscode.Disposable[];
  #isPlain: boolean;
  /** The table as it was saved last, or opened. */
  #atSave: TableDocument | null;
  #isBehind = false;
  #reading: Promise<void> | null = null;

  private constructor(
    readonly document: vscode.TextDocument,
    content: Content,
    read: ReadContent,
  ) {
    super(document.uri, content);
    this.#read = read;
    this.disk = new DiskState(document.uri, null);
    this.#isPlain = content.kind === 'table' && isAscii(content.document.bytes);
    this.#atSave = content.kind === 'table' && !document.isDirty ? content.document : null;
    this.#subscriptions = [
      this.#unfit,
      this.#rereading,
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.#follow(event.contentChanges);
      }),
      vscode.workspace.onDidSaveTextDocument((saved) => {
        if (saved === document) void this.#saved();
      }),
      vscode.workspace.onWillSaveTextDocument((event) => {
        // VS Code takes a change of the same size for none, and a save can't be stopped.
        if (event.document === document) event.waitUntil(this.disk.keepForeign());
      }),
    ];
  }

  /** Reads a text, whatever it is. @param read how, now and whenever all of it has to be read again */
  static async open(document: vscode.TextDocument, read: ReadContent): Promise<TextFile> {
    for (;;) {
      const { version } = document;
      const content = await read(textBytes(document), document.uri);
      if (document.version === version) return new TextFile(document, content, read);
    }
  }

  override dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
    super.dispose();
  }

  override get isDirty(): boolean {
    return this.document.isDirty;
  }

  override get bytes(): Uint8Array {
    const { content } = this;
    return content.kind === 'table' && !this.#isBehind ? content.document.bytes : textBytes(this.document);
  }

  protected override get isBehind(): boolean {
    return this.#isBehind;
  }

  /** Waits until the content is that of the text. */
  async settle(): Promise<void> {
    while (this.#isBehind && !this.document.isClosed) await this.#catchUp();
  }

  /** VS Code reads the text again by itself; what is looked at here is whether it still can, and has. */
  override async reload(): Promise<void> {
    const { disk } = this;
    if (disk.known) {
      const standing = await disk.compare();
      if (disk.seen && !this.isDirty && whyNoText(disk.seen) !== null) return this.#unfit.fire();
      disk.standing = standing;
      disk.agree(this.bytes);
    }
    await this.#catchUp();
  }

  override async saveAgain(): Promise<void> {
    if (this.isDirty) await this.document.save();
    else await this.disk.write(this.bytes);
    this.refresh();
  }

  protected override async commit(splice: Splice): Promise<string | null> {
    const edit = spliceEdit(this.document, this.bytes, splice);
    if (!edit) return null;
    // VS Code sends the version along and refuses the edit of a text that has moved on.
    return (await vscode.workspace.applyEdit(edit)) ? null : CHANGED_MEANWHILE;
  }

  /** Goes along with a change of the text; without changes it is the mark of unsaved edits that came or went. */
  #follow(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (changes.length === 0) return this.refresh();
    this.#update(changes);
    this.disk.agree(this.bytes);
  }

  #update(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const { content } = this;
    const part = content.kind === 'table' && !this.#isBehind ? this.#updated(content, changes) : null;
    if (part && content.kind === 'table')
      return this.show(
        { kind: 'table', document: part.document },
        part.change && { before: content.document, change: part.change },
      );
    this.#isBehind = true;
    this.#rereading.schedule();
  }

  /** What the changes make of the table, if that is soon known. */
  #updated(
    { document }: Extract<Content, { kind: 'table' }>,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): Updated | null {
    const splice = this.#splice(document.bytes, changes);
    this.#isPlain &&= changes.every(({ text }) => isAsciiText(text));
    if (!splice) return null;
    return isLarge(document.bytes) ? updatedInPart(document, splice) : updated(document, splice);
  }

  #splice(bytes: Uint8Array, changes: readonly vscode.TextDocumentContentChangeEvent[]): Splice | null {
    const told = changes.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    try {
      return textSplices(bytes, told, this.#isPlain);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  #catchUp(): Promise<void> {
    return (this.#reading ??= this.#readAgain().finally(() => {
      this.#reading = null;
    }));
  }

  async #readAgain(): Promise<void> {
    const { version } = this.document;
    const content = await this.#read(textBytes(this.document), this.uri);
    if (this.document.version !== version) return this.#rereading.schedule();
    this.#isBehind = false;
    this.#isPlain = content.kind === 'table' && isAscii(content.document.bytes);
    this.show(content);
  }

  /** A formatter that runs on saving writes more than the edits. */
  #countRewritten(): void {
    const { content } = this;
    const now =
      content.kind === 'table' && !this.#isBehind && !isLarge(content.document.bytes) ? content.document : null;
    this.disk.rewritten = now && this.#atSave ? rewrittenEntries(this.#atSave, now) : 0;
    this.#atSave = now;
  }

  async #saved(): Promise<void> {
    if (this.disk.known) await this.disk.accept();
    this.#countRewritten();
    this.refresh();
    // By now it may be a table of another kind.
    const found = detect(textHead(this.document), this.uri.path);
    const { content } = this;
    const isSame =
      found.kind === 'table' && content.kind === 'table'
        ? found.format === content.document.format
        : found.kind === content.kind;
    if (!isSame) await this.#catchUp();
  }
}

/** The bytes of a text as it would be saved. */
export function textBytes(document: vscode.TextDocument): Uint8Array {
  return utf8Bytes((document.encoding === 'utf8bom' ? '\ufeff' : '') + document.getText());
}

function isAsciiText(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
