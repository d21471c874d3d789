import type { Frame, Locator } from 'playwright-core';
import { until } from '../../support/until.js';
import type { Workbench } from '../../support/workbench/workbench.js';
import { buttonBy, inputBy } from './toolkit.js';

/** The comparison in sight, as a person reads and uses it. */
export class DiffView {
  readonly #vscode: Workbench;

  private constructor(
    vscode: Workbench,
    readonly frame: Frame,
  ) {
    this.#vscode = vscode;
  }

  /** The comparison that is in sight; waits for it. */
  static async shown(vscode: Workbench): Promise<DiffView> {
    return new DiffView(vscode, await vscode.webviewFrame('main.diff-page #grid'));
  }

  /** Opens a file and compares it with another one, by the palette. */
  static async compare(vscode: Workbench, before: string, after: string): Promise<DiffView> {
    const name = after.split('/').at(-1) ?? after;
    await vscode.openFile(before);
    await vscode.webviewFrame('main.table-page #grid');
    await vscode.runCommand('Calibration Tables: Compare With…');
    await vscode.quickInput.type(name);
    await vscode.quickInput.choose(name);
    return DiffView.shown(vscode);
  }

  get grid(): Locator {
    return this.frame.locator('#grid');
  }

  get rows(): Locator {
    return this.frame.locator('.grid-body .grid-row');
  }

  button(id: string): Locator {
    return this.frame.locator(buttonBy(`#${id}`));
  }

  /** A text box of the toolkit: its input lies in a shadow tree. */
  field(id: string): Locator {
    return this.frame.locator(inputBy(`#${id}`));
  }

  /** The row whose name on either side is this. */
  row(name: string): Locator {
    return this.rows
      .filter({
        has: this.frame.locator('[data-column=oldName], [data-column=newName]').getByText(name, { exact: true }),
      })
      .first();
  }

  cell(name: string, column: string): Locator {
    return this.row(name).locator(`[data-column="${column}"]`);
  }

  /** What a column says in the rows that exist, from the top. */
  async column(column: string): Promise<string[]> {
    return this.frame.locator(`.grid-body [data-column="${column}"]`).allInnerTexts();
  }

  /** The names of the rows, the new one where there is one. */
  async names(): Promise<string[]> {
    const [before, after] = [await this.column('oldName'), await this.column('newName')];
    return after.map((name, at) => name || (before[at] ?? ''));
  }

  /** A value of the strip above. */
  async fact(id: string): Promise<string> {
    return (await this.frame.locator(`[data-fact="${id}"] dd`).innerText()).trim();
  }

  /** The counts on the buttons, of those that are there. */
  async counts(): Promise<Record<string, string>> {
    const found = await this.frame
      .locator('.tag-count:visible')
      .evaluateAll((counts) =>
        counts.map((count) => [(count as HTMLElement).dataset['count'] ?? '', count.textContent]),
      );
    return Object.fromEntries(found) as Record<string, string>;
  }

  async waitForCount(count: string): Promise<void> {
    await until(`the count "${count}"`, async () => (await this.frame.locator('#count').innerText()) === count);
  }

  async waitForNames(...names: readonly string[]): Promise<void> {
    await until(`the rows ${names.join(', ')}`, async () => (await this.names()).join() === names.join());
  }

  /** Name of the active row (the new one where there is one). */
  async active(): Promise<string> {
    const row = this.frame.locator('.grid-row:has(.active-cell)');
    return (await row.locator('[data-column=newName]').innerText()) || row.locator('[data-column=oldName]').innerText();
  }

  async waitForActive(name: string): Promise<void> {
    await until(`"${name}" to be active`, async () => (await this.active().catch(() => '')) === name);
  }

  async details(): Promise<string> {
    return this.frame.locator('#details').innerText();
  }

  /** Presses keys with the focus on the rows. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.grid.focus();
    await this.#vscode.press(...keys);
  }
}
