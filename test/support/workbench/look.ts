import type { Frame, Page } from 'playwright-core';
import type { Theme } from '../settings.js';
import { until } from '../until.js';
import type { Webviews } from './webviews.js';

/** What VS Code writes into its window and into the pages of webviews, by theme. */
const marks: Readonly<Record<Theme, { readonly window: string; readonly webview: string }>> = {
  light: { window: 'vs', webview: 'vscode-light' },
  dark: { window: 'vs-dark', webview: 'vscode-dark' },
  highContrast: { window: 'hc-black', webview: 'vscode-high-contrast' },
  highContrastLight: { window: 'hc-light', webview: 'vscode-high-contrast-light' },
};

/** The themes in which the pictures of a window are taken; a picture costs less in another theme than its test in another window. */
export class Look {
  readonly #page: Page;
  readonly #webviews: Webviews;
  readonly #write: (theme: Theme) => void;

  /** @param write puts a theme into the settings that the window follows */
  constructor(page: Page, webviews: Webviews, write: (theme: Theme) => void) {
    this.#page = page;
    this.#webviews = webviews;
    this.#write = write;
  }

  /** Changes to a theme and waits until the window and all webviews in sight have it. */
  async change(theme: Theme): Promise<void> {
    this.#write(theme);
    const { window, webview } = marks[theme];
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
