import type { RowsMessage } from '../../../src/protocol/table.js';
import type { ManyInput } from '../../shared/grid/column.js';
import type { Grid } from '../../shared/grid/grid.js';
import { selectedRows } from '../../shared/grid/selection.js';
import { fromTsv } from '../../shared/text/tsv.js';
import type { TableModel } from '../model.js';
import type { ChangeRows, SendEdits } from './edits.js';
import { fillDownEdits, pasteEdits, type Target } from './paste.js';
import { layoutOf, pasteRowsEdits } from './pasteRows.js';
import { t } from '../../../src/core/texts/translate.js';

/** What is done to many cells at once, each as one step; what can't be is said beside the cell. */
export class GridEdits {
  readonly #grid: Grid;
  readonly #model: () => TableModel;
  readonly #send: SendEdits;
  readonly #changeRows: ChangeRows;

  constructor(grid: Grid, model: () => TableModel, send: SendEdits, changeRows: ChangeRows) {
    this.#grid = grid;
    this.#model = model;
    this.#send = send;
    this.#changeRows = changeRows;
  }

  /** Puts a text of the clipboard into the selected cells; rows with their header go by their names. */
  async paste(text: string): Promise<void> {
    const target = this.#target();
    if (!target) return;
    const cells = fromTsv(text);
    const layout = layoutOf(target.columns, cells);
    if (!layout) return this.#make(pasteEdits(target, cells));
    const last = selectedRows(target.selection).at(-1) ?? -1;
    await this.#make(pasteRowsEdits(this.#model(), cells.slice(1), layout, target.rows[last] ?? -1));
  }

  /** Duplicates or moves the selected entries; moved ones stay selected. */
  async changeRows(
    action: RowsMessage['action'],
    isSorted: boolean,
    select: (entries: Uint32Array) => void,
  ): Promise<void> {
    const entries = this.#grid.selectedEntries.slice().sort();
    if (entries.length === 0) return this.#grid.say(t`Select an entry first.`);
    if (action.startsWith('move') && isSorted)
      return this.#grid.say(
        t`Rows stand in the order of a column now: to move them, take that back by a click on its header.`,
      );
    const problem = await this.#changeRows(action, [...entries]);
    if (problem !== null) return this.#refuse(problem);
    if (action === 'revert') return;
    const step = { duplicate: 0, moveUp: -1, moveDown: 1 }[action];
    select(entries.map((entry, before) => (action === 'duplicate' ? entry + before + 1 : entry + step)));
  }

  async fillDown(): Promise<void> {
    const target = this.#target();
    if (target) await this.#make(fillDownEdits(target));
  }

  #target(): Target | null {
    const { columns, rows, selection } = this.#grid;
    if (!selection) this.#grid.say(t`Select a cell first.`);
    return selection && { columns, rows, selection };
  }

  async #make(input: ManyInput): Promise<void> {
    if ('problem' in input) return this.#refuse(input.problem, input.entry);
    if (input.edits.length === 0) return this.#grid.say(t`Nothing changes: these values stand there already.`);
    const problem = await this.#send(input.edits);
    if (problem !== null) this.#refuse(problem);
  }

  #refuse(problem: string, entry?: number): void {
    this.#grid.say(problem, entry === undefined ? -1 : this.#grid.rows.indexOf(entry));
  }
}
