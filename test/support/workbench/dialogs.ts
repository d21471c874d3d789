import type { Locator, Page } from 'playwright-core';

/** VS Code's modal questions. */
export class Dialogs {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get box(): Locator {
    return this.#page.locator('.monaco-dialog-box:visible');
  }

  /** Message and detail of the open dialog; waits for one. */
  async text(): Promise<string> {
    return (await this.box.locator('.dialog-message-container').innerText()).trim();
  }

  async buttons(): Promise<string[]> {
    await this.box.waitFor();
    return (await this.#button().allInnerTexts()).map((label) => label.trim());
  }

  /** Presses a button and waits until the dialog is gone. */
  async press(label: string): Promise<void> {
    const box = await this.box.elementHandle();
    await this.#button().getByText(label, { exact: true }).click();
    await box?.waitForElementState('hidden');
  }

  async isOpen(): Promise<boolean> {
    return (await this.box.count()) > 0;
  }

  #button(): Locator {
    return this.box.locator('.dialog-buttons .monaco-button:not(.monaco-dropdown-button)');
  }
}
