import type { Frame, Page } from 'playwright-core';
import { until } from '../until.js';

/** Two nested frames each: the outer one is VS Code's, the inner one holds the page of the extension. */
export class Webviews {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The page of the visible webview that contains what the selector finds; waits for it. */
  containing(selector: string): Promise<Frame> {
    return until(`a webview with ${selector}`, async () => {
      for (const frame of await this.visible()) {
        if (await has(frame, selector)) return frame;
      }
      return undefined;
    });
  }

  /** The pages of all webviews in sight. */
  async visible(): Promise<Frame[]> {
    const inner = this.#page
      .frames()
      .filter((frame) => frame.parentFrame()?.parentFrame() && /\/webview\/.*\/fake\.html/.test(frame.url()));
    const seen = await Promise.all(inner.map(isVisible));
    return inner.filter((_, at) => seen[at]);
  }
}

/** A frame that goes while we ask has nothing. */
async function has(frame: Frame, selector: string): Promise<boolean> {
  return (
    (await frame
      .locator(selector)
      .count()
      .catch(() => 0)) > 0
  );
}

async function isVisible(frame: Frame): Promise<boolean> {
  const element = await frame
    .parentFrame()
    ?.frameElement()
    .catch(() => undefined);
  return (await element?.isVisible().catch(() => false)) ?? false;
}
