import type { Frame, Page } from 'playwright-core';
import type { Theme } from '../settings.js';
import { until } from '../until.js';
import type { Webviews } from './webviews.js';

/** What makes VS Code take a theme, and what it then writes into its window and into the pages of webviews. */
const themes = {
  light: { light: 'light', contrast: false, window: 'vs', webview: 'vscode-light' },
  dark: { light: 'dark', contrast: false, window: 'vs-dark', webview: 'vscode-dark' },
  highContrast: { light: 'dark', contrast: true, window: 'hc-black', webview: 'vscode-high-contrast' },
  highContrastLight: { light: 'light', contrast: true, window: 'hc-light', webview: 'vscode-high-contrast-light' },
} as const satisfies Record<Theme, object>;

/** The theme of a window. A picture costs less in another theme than its test in another window. */
export class Look {
  readonly #page: Page;
  readonly #webviews: Webviews;

  constructor(page: Page, webviews: Webviews) {
    this.#page = page;
    this.#webviews = webviews;
  }

  /** Before the window loads: what it says of light and contrast. */
  async start(theme: Theme): Promise<void> {
    const { light, contrast } = themes[theme];
    await this.#page.emulateMedia({ colorScheme: light });
    await this.#page.addInitScript(answerContrast, contrast);
  }

  /** Changes to a theme and waits until the window and all webviews in sight have it. */
  async change(theme: Theme): Promise<void> {
    const { light, contrast, window, webview } = themes[theme];
    await this.#page.emulateMedia({ colorScheme: light });
    await this.#page.evaluate(
      (wanted) => globalThis.dispatchEvent(new CustomEvent('contrast', { detail: wanted })),
      contrast,
    );
    await this.#page.locator(`.monaco-workbench.${window}`).waitFor();
    await until(`webviews in the theme ${theme}`, async () => {
      const frames = await this.#webviews.visible();
      return (await Promise.all(frames.map((frame) => hasClass(frame, webview)))).every(Boolean);
    });
    await Promise.all((await this.#webviews.visible()).map(drawn));
  }
}

/** A frame that goes while we ask shows nothing any more. */
function hasClass(frame: Frame, name: string): Promise<boolean> {
  return frame.evaluate((wanted) => document.body.classList.contains(wanted), name).catch(() => true);
}

/** Charts draw again in the frame after the change. */
async function drawn(frame: Frame): Promise<void> {
  await frame
    .evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))
    .catch(() => undefined);
}

/**
 * Runs in the page. The browser could say itself that colours are forced, but then it would force them; so VS Code alone hears it.
 */
function answerContrast(initial: boolean): void {
  const real = globalThis.matchMedia.bind(globalThis);
  let contrast = initial;
  globalThis.matchMedia = (query) => {
    const list = real(query);
    if (query !== '(forced-colors: active)') return list;
    Object.defineProperty(list, 'matches', { get: () => contrast });
    globalThis.addEventListener('contrast', (event) => {
      contrast = (event as CustomEvent<boolean>).detail;
      list.dispatchEvent(new Event('change'));
    });
    return list;
  };
}
