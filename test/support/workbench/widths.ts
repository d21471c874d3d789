import type { Page } from 'playwright-core';
import type { Webviews } from './webviews.js';

/** The sizes of a gallery: half an editor beside others, a small window with its side bar, and a large one. */
const SIZES = [
  { name: '500', width: 500, height: 800, isEditor: true },
  { name: '1000', width: 1000, height: 800, isEditor: false },
  { name: '1600', width: 1600, height: 1000, isEditor: false },
] as const;

/** Looks at a window in each width, and leaves it in the size that it had. */
export async function inWidths(page: Page, webviews: Webviews, look: (width: string) => Promise<void>): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const { name, width, height, isEditor } of SIZES) {
    const beside = isEditor ? size.width - (await editorWidth(page, size.width)) : 0;
    await page.setViewportSize({ width: width + beside, height });
    await settled(page, webviews);
    await look(name);
  }
  await page.setViewportSize(size);
  await settled(page, webviews);
}

async function editorWidth(page: Page, otherwise: number): Promise<number> {
  return (await page.locator('.editor-group-container.active').boundingBox())?.width ?? otherwise;
}

/** A window lays out in the frame after its size is another, its webviews one later, and what they draw after that. */
async function settled(page: Page, webviews: Webviews): Promise<void> {
  for (const frame of [page.mainFrame(), ...(await webviews.visible())])
    await frame
      .evaluate(
        () =>
          new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 500 }))),
      )
      .catch(() => undefined);
}
