import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';

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

  /** Rests the mouse on a text in sight and answers what the hover says. */
  async hover(text: string): Promise<string> {
    const { x, y } = await until(`the text "${text}"`, () => this.#pointAt(text));
    await this.#page.mouse.move(x, y - 40);
    await this.#page.mouse.move(x, y, { steps: 3 });
    const hover = this.#page.locator('.monaco-editor .monaco-hover:visible').first();
    await hover.waitFor();
    return until(
      'a hover with content',
      async () => (await hover.innerText()).replaceAll('\u00a0', ' ').trim() || undefined,
    );
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
