import type { Locator, Page } from 'playwright-core';

/** The toasts in the corner. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async texts(): Promise<string[]> {
    return this.#toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Waits for a notification and answers its whole text. */
  async waitFor(text: string | RegExp): Promise<string> {
    return this.#toast(text).locator('.notification-list-item-message').innerText();
  }

  /**
   * Presses a button of the notification with that text.
   * @param force at once: one that tells of work may be gone before it has stopped moving
   */
  async press(text: string | RegExp, button: string, { force = false } = {}): Promise<void> {
    await this.#toast(text).getByRole('button', { name: button, exact: true }).click({ force });
  }

  async gone(text: string | RegExp): Promise<void> {
    await this.#toast(text).waitFor({ state: 'hidden' });
  }

  get #toasts(): Locator {
    return this.#page.locator('.notification-toast');
  }

  #toast(text: string | RegExp): Locator {
    return this.#toasts.filter({ hasText: text }).last();
  }
}
