import * as vscode from 'vscode';
import type { ManyEdits } from '../../core/edits/manyEdits.js';
import { restored } from '../../core/edits/restore.js';
import type { TableDocument } from '../../core/formats/format.js';
import { marksBetween, NO_MARKS, type TracedMarks } from '../../protocol/editMarks.js';
import { Debounced } from '../ui/debounced.js';
import type { TableFile } from './tableFile.js';
import { t } from '../../core/texts/translate.js';

const KNOWN = new WeakMap<TableFile, SavedTable>();

/** The table of an open file as it was saved last: one for all views of the file. */
export function savedTableOf(file: TableFile): SavedTable {
  const known = KNOWN.get(file) ?? new SavedTable(file);
  KNOWN.set(file, known);
  return known;
}

/** What a file was when it had no unsaved edits, and which of its entries are others now. */
export class SavedTable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Something else is what was saved last. */
  readonly onDidChange = this.#changed.event;
  #saved: TableDocument | null = null;
  /** The table that was looked at last. */
  #seen: TableDocument | null = null;
  #latest: { readonly saved: TableDocument; readonly document: TableDocument; readonly marks: TracedMarks } | null =
    null;
  readonly #file: TableFile;

  constructor(file: TableFile) {
    this.#file = file;
    const known = file.disk.known;
    // With unsaved edits of before a restart, what stands on disk is what was saved.
    if (file.isDirty && known && file.content.kind === 'table') this.#saved = file.content.document.format.read(known);
    else if (!file.isDirty) this.#saved = documentOf(file);
    this.#seen = documentOf(file);
    const settled = new Debounced(() => this.#settle());
    file.onDidChange(() => {
      const isOther = this.#seen !== documentOf(file);
      this.#seen = documentOf(file);
      if (isOther) settled.schedule();
      else this.#settle();
    });
    file.onDispose(() => {
      settled.dispose();
      this.#changed.dispose();
    });
  }

  /** The entries that are edited; none where what was saved is not known, or is a table of another kind. */
  get marks(): TracedMarks {
    const { content } = this.#file;
    const saved = this.#saved;
    if (!saved || content.kind !== 'table' || saved.format !== content.document.format) return NO_MARKS;
    const { document } = content;
    if (this.#latest?.saved !== saved || this.#latest.document !== document)
      this.#latest = { saved, document, marks: marksBetween(saved.table, document.table) };
    return this.#latest.marks;
  }

  /** Puts those of some entries back that are edited. */
  revert(document: TableDocument, indices: readonly number[]): ManyEdits {
    const { entries, from } = this.marks;
    const asked = new Set(indices);
    const edited = Array.from(entries, (index, at) => ({ index, from: from[at] ?? -1 })).filter(({ index }) =>
      asked.has(index),
    );
    return this.#saved && edited.length > 0
      ? restored(document, this.#saved, edited)
      : { problem: t`These entries stand as they were saved.` };
  }

  /** A text document tells of a change first, and then that it has unsaved edits: only who waits can tell an edit from a reload. */
  #settle(): void {
    const document = documentOf(this.#file);
    if (this.#file.isDirty || !document || document === this.#saved) return;
    this.#saved = document;
    this.#changed.fire();
  }
}

function documentOf({ content }: TableFile): TableDocument | null {
  return content.kind === 'table' ? content.document : null;
}
