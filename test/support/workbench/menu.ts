import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';

/** The menu that is open: of the explorer, of a tab, of a webview or behind the three dots. */
export class Menu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Chooses an item; several labels lead through submenus. */
  async choose(...path: readonly string[]): Promise<void> {
    for (const [depth, label] of path.entries()) {
      const item = this.#items.filter({ has: this.#label(label) }).last();
      if (depth < path.length - 1) await item.hover();
      else await this.#click(item);
    }
  }

  async labels(): Promise<string[]> {
    await this.#items.first().waitFor();
    return this.#items.locator('.action-label:not(.separator)').allInnerTexts();
  }

  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape');
  }

  /** A menu that just opened ignores clicks for a moment, so this clicks until it closes. */
  async #click(item: Locator): Promise<void> {
    await item.waitFor();
    await until('the menu to close', async () => {
      await item.click({ timeout: 500 }).catch(() => undefined);
      return (await this.#items.count()) === 0;
    });
  }

  get #items(): Locator {
    return this.#page.locator('.monaco-menu .action-item:visible');
  }

  #label(text: string): Locator {
    return this.#page.locator('.action-label').getByText(text, { exact: true });
  }
}
