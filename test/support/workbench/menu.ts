import type { Locator, Page } from 'playwright-core';
import { appears, until } from '../until.js';

/** The menu that is open: of the explorer, of a tab, of a webview or behind the three dots. */
export class Menu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Chooses an item; several labels lead through submenus. */
  async choose(...path: readonly string[]): Promise<void> {
    for (const [depth, label] of path.entries()) {
      const next = path[depth + 1];
      if (next === undefined) await this.#click(this.#item(label));
      else await this.#unfold(this.#item(label), this.#item(next));
    }
  }

  /** Opens the menu of what is clicked with the right button; again where the click was lost. */
  async of(element: Locator): Promise<void> {
    await until('a menu', async (attempt) => {
      await element.click({ button: 'right' });
      return appears(this.#items.first(), 2000 * attempt);
    });
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

  async #unfold(item: Locator, within: Locator): Promise<void> {
    await until('the submenu', async (attempt) => {
      await item.hover();
      return appears(within, 1000 * attempt);
    });
  }

  #item(label: string): Locator {
    return this.#items.filter({ has: this.#label(label) }).last();
  }

  get #items(): Locator {
    return this.#page.locator('.monaco-menu .action-item:visible');
  }

  #label(text: string): Locator {
    return this.#page.locator('.action-label').getByText(text, { exact: true });
  }
}
