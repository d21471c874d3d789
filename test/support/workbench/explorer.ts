import type { Locator, Page } from 'playwright-core';
import type { Menu } from './menu.js';

/** The tree of files. */
export class Explorer {
  readonly #page: Page;
  readonly #menu: Menu;

  constructor(page: Page, menu: Menu) {
    this.#page = page;
    this.#menu = menu;
  }

  row(name: string): Locator {
    return this.#rows.filter({ has: this.#page.locator('.label-name').getByText(name, { exact: true }) });
  }

  async open(name: string): Promise<void> {
    await this.row(name).click();
  }

  /** As by a double click: the tab stays. */
  async openForGood(name: string): Promise<void> {
    await this.row(name).dblclick();
  }

  async names(): Promise<string[]> {
    await this.#rows.first().waitFor();
    return this.#rows.locator('.label-name').allInnerTexts();
  }

  /** Selects several files, as with Ctrl held. A click on one that is selected already would open it again, and that selects it alone. */
  async select(...names: readonly string[]): Promise<void> {
    const [first, ...more] = names;
    if (first && (await this.row(first).getAttribute('aria-selected')) !== 'true') await this.row(first).click();
    for (const name of more) await this.row(name).click({ modifiers: ['ControlOrMeta'] });
  }

  /** Opens the context menu of a file (a selection it belongs to is kept) and chooses from it, or from our submenu in it. */
  async choose(name: string, label: string): Promise<void> {
    await this.#menu.of(this.row(name));
    const isAtTop = (await this.#menu.labels()).includes(label);
    await this.#menu.choose(...(isAtTop ? [] : ['Calibration Tables']), label);
  }

  get #rows(): Locator {
    return this.#page.locator('.explorer-folders-view .monaco-list-row');
  }
}
