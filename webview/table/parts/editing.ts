import { counted } from '../../../src/core/render/counts.js';
import type { CellEdit, Column, ManyInput } from '../../shared/grid/column.js';
import type { Grid } from '../../shared/grid/grid.js';
import { cellAt } from '../../shared/grid/selection.js';
import { CellEditor } from './cellEditor.js';
import type { SendEdits } from './edits.js';
import { nameAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

interface Session {
  readonly entry: number;
  /** All entries that the text goes into; more than one where several were selected. */
  readonly entries: Uint32Array;
  readonly column: Column & { readonly edit: CellEdit };
  readonly editor: CellEditor;
}

/** At each keystroke so many cells are checked; the rest when the text is sent. */
const MOST_CHECKED = 1000;

/** Editing in the cells of the grid: at most one at a time. */
export class Editing {
  #session: Session | null = null;
  /** What was pressed while the host had not answered: whoever types fast, or far from the host, loses nothing. */
  #ahead: KeyboardEvent[] = [];
  readonly #grid: Grid;
  readonly #model: () => TableModel;
  readonly #send: SendEdits;

  constructor(grid: Grid, model: () => TableModel, send: SendEdits) {
    this.#grid = grid;
    this.#model = model;
    this.#send = send;
  }

  /** Opens an editor on the active cell, if it can be edited. */
  start(typed?: string): void {
    const { selection, activeEntry } = this.#grid;
    const column = this.#grid.columns[selection?.column ?? -1];
    if (!selection || activeEntry === null || !column) return;
    if (!isEditable(column)) this.#grid.say(t`"${column.label}" can't be changed.`);
    else if (column.edit.part === 'name' && this.#grid.selectedEntries.length > 1)
      this.#grid.say(
        t`A name goes into one entry. For numbers, select cells of their column: Ctrl+Space takes all of it. To rename many, find and replace in their names: Ctrl+H.`,
      );
    // A slip of a key must not rename: names are what everything else goes by.
    else if (typed !== undefined && column.edit.part === 'name') this.#grid.say(t`Press F2 to rename the entry.`);
    else this.#open(activeEntry, column, typed);
  }

  /** The table has changed: the editor follows its entry, or goes with it. */
  follow(carry: (entry: number) => number, isSameEntry: boolean): void {
    const session = this.#session;
    if (!session) return;
    const entry = carry(session.entry);
    const row = this.#grid.rows.indexOf(entry);
    if (session.editor.isWaiting) return;
    const column = this.#grid.columns.find(({ id }) => id === session.column.id);
    if (!isSameEntry || row === -1 || !column || !isEditable(column)) {
      this.#close(false);
      return;
    }
    this.#session = { ...session, entry, entries: session.entries.map(carry), column };
    session.editor.setOriginal(column.edit.start(entry));
    this.#grid.moveOverlay(row);
  }

  get entry(): number | null {
    return this.#session?.entry ?? null;
  }

  #open(entry: number, column: Session['column'], typed: string | undefined): void {
    const model = this.#model();
    const { selection } = this.#grid;
    if (!selection) return;
    const entries = this.#grid.selectedEntries.slice();
    const many = entries.length > 1 ? counted(entries.length, t`entry`, t`entries`) : null;
    const label = many ? t`${column.id} of ${many}` : t`${column.id} of entry ${entry + 1}, ${nameAt(model, entry)}`;
    const editor = new CellEditor(label, column.edit.start(entry), {
      check: (text) => this.#check(text),
      commit: (text, next) => void this.#commit(text, next),
      cancel: () => this.#close(true),
      ahead: (event) => {
        if (isPlain(event)) this.#ahead.push(event);
      },
    });
    if (many && column.id !== 'name') editor.setHint(t`Goes into ${many}. Or *1.1, /2, =amax, =group, clamp 0.1..6`);
    this.#session = { entry, entries, column, editor };
    this.#grid.reveal(selection.active, selection.column);
    this.#grid.setOverlay(editor.element, selection.active, selection.column);
    editor.start(typed);
  }

  #check(text: string): string | null {
    if (!this.#session) return null;
    const { entries } = this.#session;
    const result = readText({ ...this.#session, entries: entries.subarray(0, MOST_CHECKED) }, text);
    return 'problem' in result ? result.problem : null;
  }

  async #commit(text: string, next: 'stay' | 'right' | 'left'): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const result = readText(session, text);
    if ('problem' in result) return session.editor.showProblem(result.problem);
    session.editor.isWaiting = true;
    const problem = result.edits.length > 0 ? await this.#send(result.edits) : null;
    session.editor.isWaiting = false;
    const ahead = this.#ahead;
    this.#ahead = [];
    if (this.#session?.editor !== session.editor) return;
    if (problem !== null) {
      session.editor.showProblem(problem);
      return;
    }
    this.#close(true);
    if (next !== 'stay') this.#startBeside(next === 'right' ? 1 : -1);
    for (const event of ahead) this.#goOn(event);
  }

  /** A key goes where it would have gone, had the host been quicker. */
  #goOn(event: KeyboardEvent): void {
    const editor = this.#session?.editor;
    if (!editor) this.#grid.press(event);
    else if (editor.isWaiting) this.#ahead.push(event);
    else editor.take(event);
  }

  /** Goes on in the next editable cell of the row. */
  #startBeside(step: 1 | -1): void {
    const { selection, columns } = this.#grid;
    if (!selection) return;
    for (let column = selection.column + step; column >= 0 && column < columns.length; column += step) {
      if (!columns[column]?.edit) continue;
      this.#grid.select(cellAt(selection.active, column));
      this.start();
      return;
    }
  }

  #close(refocus: boolean): void {
    // First forgotten, then removed: removing it is also leaving it.
    const hadFocus = this.#session?.editor.element.contains(document.activeElement) ?? false;
    this.#session = null;
    this.#grid.setOverlay(null);
    if (refocus && hadFocus) this.#grid.focus();
  }
}

/** The edits that a text means for all entries of a session; a text that nobody touched means none. */
function readText({ entry, entries, column, editor }: Session, text: string): ManyInput {
  if (entries.length > 1) return editor.isTouched ? column.edit.readMany(entries, text) : { edits: [] };
  const result = column.edit.read(entry, text);
  if ('problem' in result) return result;
  return { edits: 'edit' in result ? [result.edit] : [] };
}

function isEditable(column: Column): column is Session['column'] {
  return column.edit !== undefined;
}

/** VS Code has heard of its own keys; Escape is said to what can't be called back any more. */
function isPlain({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && key !== 'Escape';
}
