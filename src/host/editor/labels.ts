import * as vscode from 'vscode';
import type { LabelColumn } from '../../protocol/table.js';

/** What is known of a table's entries from elsewhere, as columns beside its own: marks, what a build did, where its numbers came from. */
export class Labels {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** A table has other columns. */
  readonly onDidChange = this.#changed.event;
  readonly #columns = new Map<string, Map<LabelColumn['id'], LabelColumn>>();

  /** The columns of a table, in their order. */
  of(table: vscode.Uri): readonly LabelColumn[] {
    const columns = this.#columns.get(table.toString());
    return (['fate', 'outputs', 'from', 'mark'] as const).flatMap((id) => columns?.get(id) ?? []);
  }

  /** Sets a column of a table; null takes it away. */
  set(table: vscode.Uri, id: LabelColumn['id'], column: Omit<LabelColumn, 'id'> | null): void {
    const key = table.toString();
    const columns = this.#columns.get(key) ?? new Map<LabelColumn['id'], LabelColumn>();
    if (!column && !columns.has(id)) return;
    if (column) columns.set(id, { id, ...column });
    else columns.delete(id);
    this.#columns.set(key, columns);
    this.#changed.fire(table);
  }
}
