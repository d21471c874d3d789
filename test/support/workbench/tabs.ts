import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';

export interface Tab {
  readonly label: string;
  readonly dirty: boolean;
  readonly active: boolean;
  /** In italics: the next file replaces it. */
  readonly preview: boolean;
}

/** The tabs of all editor groups, in order. */
export class Tabs {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async list(): Promise<Tab[]> {
    return this.#all.evaluateAll((tabs) =>
      tabs.map((tab) => ({
        // VS Code draws the extension of a name apart.
        label: Array.from(tab.querySelectorAll('.label-name, .label-suffix'), (part) => part.textContent).join(''),
        dirty: tab.classList.contains('dirty'),
        active: tab.classList.contains('active'),
        preview: tab.querySelector('.tab-label.italic') !== null,
      })),
    );
  }

  /** The active tab (of the first group, if there are several). */
  async active(): Promise<Tab | undefined> {
    return (await this.list()).find((tab) => tab.active);
  }

  async select(label: string): Promise<void> {
    await (await this.waitFor(label)).click();
  }

  /** Clicks the cross; VS Code may ask about unsaved changes. */
  async close(label: string): Promise<void> {
    const tab = await this.waitFor(label);
    await tab.hover();
    await tab.locator('.tab-actions .action-label').click();
  }

  /** Waits for a tab with that label. */
  async waitFor(label: string): Promise<Locator> {
    return until(`a tab "${label}"`, async () => {
      const at = (await this.list()).findIndex((tab) => tab.label === label);
      return at < 0 ? undefined : this.#all.nth(at);
    });
  }

  /** Whether a tab with that label comes to the front of its group in time. */
  async isInFront(label: string, milliseconds: number): Promise<boolean> {
    const isThere = async (): Promise<boolean> => (await this.list()).some((tab) => tab.label === label && tab.active);
    return until(`"${label}" in front`, isThere, milliseconds).catch(() => false);
  }

  async waitUntilDirty(label: string, dirty = true): Promise<void> {
    const what = `${label} ${dirty ? 'to have' : 'to have no'} unsaved changes`;
    await until(what, async () => (await this.list()).some((tab) => tab.label === label && tab.dirty === dirty));
  }

  get #all(): Locator {
    return this.#page.locator('.part.editor .tabs-container .tab');
  }
}
