import type { Frame, Locator } from 'playwright-core';
import { until } from '../../support/until.js';
import type { Workbench } from '../../support/workbench/workbench.js';
import { buttonBy, inputBy } from './toolkit.js';

/** The table view in sight, as a person reads and uses it. Entries count from 1, as on screen. */
export class Table {
  readonly #vscode: Workbench;

  private constructor(
    vscode: Workbench,
    readonly frame: Frame,
  ) {
    this.#vscode = vscode;
  }

  /** Opens a file of the workspace for good and waits for its table. */
  static async open(vscode: Workbench, path: string): Promise<Table> {
    const before = new Set(await vscode.webviews.visible());
    await vscode.openFile(path);
    return Table.#other(vscode, before);
  }

  /** The table that comes in place of the webviews that are in sight now, once `change` has happened. */
  static async after(vscode: Workbench, change: () => Promise<void>): Promise<Table> {
    const before = new Set(await vscode.webviews.visible());
    await change();
    return Table.#other(vscode, before);
  }

  /** The table that is in sight; waits for it. */
  static async shown(vscode: Workbench): Promise<Table> {
    return Table.#other(vscode, new Set());
  }

  static #other(vscode: Workbench, before: ReadonlySet<Frame>): Promise<Table> {
    return until('a table', async () => {
      for (const frame of await vscode.webviews.visible()) {
        if (
          !before.has(frame) &&
          (await frame
            .locator('main.table-page')
            .count()
            .catch(() => 0)) > 0
        )
          return new Table(vscode, frame);
      }
      return undefined;
    });
  }

  get grid(): Locator {
    return this.frame.locator('#grid');
  }

  get cellEditor(): Locator {
    return this.frame.locator('#cell-editor input');
  }

  cell(entry: number, column: string): Locator {
    return this.frame.locator(`.grid-body .grid-row[data-entry="${entry - 1}"] [data-column="${column}"]`);
  }

  button(id: string): Locator {
    return this.frame.locator(buttonBy(`#${id}`));
  }

  /** A text box of the toolkit: its input lies in a shadow tree. */
  field(id: string): Locator {
    return this.frame.locator(inputBy(`#${id}`));
  }

  async text(entry: number, column: string): Promise<string> {
    return this.cell(entry, column).innerText();
  }

  /** Waits until a cell says so. */
  async waitFor(entry: number, column: string, text: string): Promise<void> {
    await until(`${column} of entry ${entry} to be "${text}"`, async () => (await this.text(entry, column)) === text);
  }

  /** What a column says in the rows that exist, from the top. */
  async column(column: string): Promise<string[]> {
    return this.frame.locator(`.grid-body [data-column="${column}"]`).allInnerTexts();
  }

  /** `12 of 162`. */
  async count(): Promise<string> {
    return this.frame.locator('#count').innerText();
  }

  async waitForCount(count: string): Promise<void> {
    await until(`the count "${count}"`, async () => (await this.count()) === count);
  }

  /** A value of the strip above the table. */
  async fact(id: string): Promise<string> {
    return this.frame.locator(`[data-fact="${id}"] dd`).innerText();
  }

  async sortBy(column: string): Promise<void> {
    await this.frame.locator(`[role=columnheader][data-column="${column}"]`).click();
  }

  async filter(text: string): Promise<void> {
    await this.field('filter').fill(text);
  }

  async select(entry: number, column = 'name'): Promise<void> {
    await this.cell(entry, column).click();
  }

  /** Types into a cell without being done with it. */
  async typeInto(entry: number, column: string, text: string): Promise<void> {
    await this.cell(entry, column).dblclick();
    await this.cellEditor.fill(text);
  }

  /** Edits a cell; the editor is gone when the host has taken the edit. */
  async edit(entry: number, column: string, text: string): Promise<void> {
    await this.typeInto(entry, column, text);
    await this.cellEditor.press('Enter');
    await this.cellEditor.waitFor({ state: 'detached' });
  }

  /** Presses keys with the focus on the rows. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.grid.focus();
    await this.#vscode.press(...keys);
  }
}
