import type { Locator, Page } from 'playwright-core';
import { appears, until } from '../until.js';

/** The text editor of the active group, or of any. */
export class TextEditor {
  readonly #page: Page;

  readonly #group: string;

  constructor(page: Page, group = '.editor-group-container.active') {
    this.#page = page;
    this.#group = group;
  }

  get pane(): Locator {
    return this.#page.locator(`${this.#group} .editor-instance .monaco-editor:visible`).first();
  }

  /** The lines in sight. */
  async text(): Promise<string> {
    await this.pane.waitFor();
    const lines = await this.pane.locator('.view-lines').evaluate((element) =>
      Array.from(element.querySelectorAll<HTMLElement>('.view-line'))
        .sort((a, b) => a.offsetTop - b.offsetTop)
        .map((line) => line.textContent ?? ''),
    );
    // Monaco draws spaces as no-break ones.
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  async isOpen(): Promise<boolean> {
    return this.pane.isVisible();
  }

  /**
   * Rests the mouse on a text in sight and answers what the hover says. Comes again if nothing is said: what stands over a line may
   * move it under the mouse, and an extension that is just starting says nothing yet.
   */
  async hover(text: string): Promise<string> {
    const hover = this.#page.locator('.monaco-editor .monaco-hover:visible').first();
    const said = async (): Promise<string> => (await hover.innerText()).replaceAll('\u00a0', ' ').trim();
    return until(`a hover over "${text}"`, async (attempt) => {
      const { x, y } = await until(`the text "${text}"`, () => this.#pointAt(text));
      await this.#page.mouse.move(0, 0);
      await hover.waitFor({ state: 'hidden' });
      await this.#page.mouse.move(x, y, { steps: 3 });
      return until(
        'a hover with content',
        async () => (await hover.isVisible()) && (await said()),
        1500 * attempt,
      ).catch(() => false as const);
    });
  }

  /** Opens what the lamp offers at the cursor, and answers its titles; comes again while nothing is known of the place yet. */
  async fixes(): Promise<string> {
    const menu = this.#page.locator('.action-widget').first();
    await until('what the lamp offers', async (attempt) => {
      await this.#page.keyboard.press('ControlOrMeta+.');
      return appears(menu, 1500 * attempt);
    });
    return menu.innerText();
  }

  /** Puts other letters in the place of the last ones of a text in sight, as one step to undo. */
  async retype(text: string, end: string, by: string): Promise<void> {
    await this.clickAfter(text);
    for (let i = 0; i < end.length; i++) await this.#page.keyboard.press('Shift+ArrowLeft');
    await this.#page.keyboard.insertText(by);
  }

  /** Puts the cursor behind a text in sight. */
  async clickAfter(text: string): Promise<void> {
    const { right, y } = await until(`the text "${text}"`, () => this.#pointAt(text));
    await this.#page.mouse.click(right, y);
  }

  /** The squiggles in sight. */
  async squiggles(): Promise<number> {
    return this.pane.locator('.squiggly-error, .squiggly-warning, .squiggly-info').count();
  }

  async #pointAt(text: string): Promise<{ x: number; right: number; y: number } | undefined> {
    await this.pane.waitFor();
    return this.pane.evaluate(locate, text);
  }
}

/** Runs in the page: where a text is drawn. */
function locate(editor: Element, text: string): { x: number; right: number; y: number } | undefined {
  for (const line of Array.from(editor.querySelectorAll('.view-line'))) {
    const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const place = (offset: number): number => Math.min(Math.max(offset - before, 0), length);
      if (before <= start && start < before + length) range.setStart(node, place(start));
      if (before < start + text.length && start + text.length <= before + length)
        range.setEnd(node, place(start + text.length));
      before += length;
    }
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, right: box.right, y: box.y + box.height / 2 };
  }
  return undefined;
}
