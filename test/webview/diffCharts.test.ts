import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
/** One entry far off, so that a search finds it. */
const files = {
  'a.cache': `${HEADER}data: 3c010204\nconv1: 3c010204\nfc: 3f800000\nprob: 3b010204\n`,
  'b.cache': `${HEADER}data: 3c010204\nconv1: 3c210204\nfc: 3d800000\nprob: 3b010204\n`,
};

describe('the charts of a comparison', () => {
  const vscode = useWorkbench({ themes: ['light', 'dark'], files });
  let diff: DiffView;
  before(async () => {
    diff = await DiffView.compare(vscode(), 'a.cache', 'b.cache');
  });

  it('say what they show', async () => {
    assert.match(
      (await canvas(0).getAttribute('aria-label')) ?? '',
      /log2 of new scale by old scale of 4 pairs in the order of the rows.*At 0 nothing changed/,
    );
    assert.match((await canvas(1).getAttribute('aria-label')) ?? '', /log2 ratios of 2 changed pairs/);
    assert.match(await diff.frame.locator('#histogram-note').innerText(), /without 2 pairs that are the same/);
  });

  it('select the row of a point that is clicked', async () => {
    // fc is the third of four rows, four bits below the line.
    await clickPoint({ left: 0.55, right: 0.85, top: 0.35, bottom: 0.85 });
    await diff.waitForActive('fc');
    assert.match(await diff.details(), /the outer end of the old range is clipped now \(94 %\)/);
    await vscode().pictures('diff-residuals');
  });

  it('show a row that the filters hide, when its point is clicked', async () => {
    await clickPoint({ left: 0.88, right: 1, top: 0, bottom: 0.4 });
    await until('an unchanged row', async () => ['data', 'prob', 'conv1'].includes(await diff.active()));
  });

  it('filter by a bar that is clicked, until its chip is closed', async () => {
    await diff.button('show-same').click();
    // The first bar stands at the axis.
    const { height } = (await canvas(1).boundingBox()) ?? { height: 0 };
    await canvas(1).click({ position: { x: 50, y: height * 0.5 } });
    await diff.waitForNames('fc');
    assert.match(await diff.frame.locator('#span-chip').innerText(), /log₂ −4(\.\d+)? to −3/);
    await vscode().pictures('diff-histogram');
    await diff.button('clear-span').click();
    await until('more rows', async () => (await diff.names()).length > 1);
  });

  it('can be put away', async () => {
    await diff.button('toggle-charts').click();
    await diff.frame.locator('#charts').waitFor({ state: 'hidden' });
    await vscode().pictures('diff-without-charts');
  });

  function canvas(at: number): Locator {
    return diff.frame.locator('#charts canvas').nth(at);
  }

  /** Looks in a part of the chart for a place where the mouse becomes a hand, and clicks there. */
  async function clickPoint(part: Part): Promise<void> {
    const position = await canvas(0).evaluate(findPoint, part);
    assert.ok(position, 'no point found');
    await canvas(0).click({ position });
  }
});

interface Part {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Runs in the page: moves about until the cursor says that there is something to click. */
async function findPoint(
  canvas: HTMLElement | SVGElement,
  { left, right, top, bottom }: Part,
): Promise<{ x: number; y: number } | null> {
  const box = canvas.getBoundingClientRect();
  const look = async (x: number, y: number): Promise<boolean> => {
    canvas.dispatchEvent(new MouseEvent('mousemove', { clientX: box.left + x, clientY: box.top + y, bubbles: true }));
    // The chart looks at the mouse once a frame.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return canvas.style.cursor === 'pointer';
  };
  // Nothing is there; over the axes a chart keeps what it was over last.
  await look(box.width * 0.9, box.height * 0.6);
  for (let x = left * box.width; x < right * box.width; x += 8) {
    for (let y = top * box.height; y < bottom * box.height; y += 8) if (await look(x, y)) return { x, y };
  }
  return null;
}
