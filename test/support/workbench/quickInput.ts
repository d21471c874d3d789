import type { Locator, Page } from 'playwright-core';

/** The box at the top: command palette, quick pick, input box and the simple file dialog. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get widget(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }

  get rows(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** Writes into the box, over what stood there. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** Writes into the box; false when it is gone. */
  async typed(text: string): Promise<boolean> {
    return this.#input.fill(text, { timeout: 5000 }).then(
      () => true,
      () => false,
    );
  }

  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }

  async answer(text: string): Promise<void> {
    await this.type(text);
    await this.accept();
  }

  /** Clicks the item with that label. */
  async choose(label: string | RegExp): Promise<void> {
    await this.#item(label).click();
  }

  /** Clicks the item with that label if it is in sight soon; false when it is not, or the box is gone before the click. */
  chosen(label: string, milliseconds: number): Promise<boolean> {
    return this.#item(label)
      .click({ timeout: milliseconds })
      .then(
        () => true,
        () => false,
      );
  }

  async cancel(): Promise<void> {
    await this.#input.press('Escape');
  }

  /** The items in sight, without the second lines that some have. */
  async labels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
  }

  /** The message under the box: a prompt, or why an input is not accepted. */
  async message(): Promise<string> {
    return (await this.widget.locator('.quick-input-message').innerText()).trim();
  }

  async value(): Promise<string> {
    return this.#input.inputValue();
  }

  async closed(): Promise<void> {
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  get #input(): Locator {
    return this.widget.locator('.quick-input-box input');
  }

  #item(label: string | RegExp): Locator {
    const text = typeof label === 'string' ? new RegExp(`^\\s*${escape(label)}\\s*$`) : label;
    return this.rows.filter({ has: this.#page.locator('.label-name', { hasText: text }) }).first();
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
