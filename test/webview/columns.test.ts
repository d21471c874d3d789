import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { DiffView } from './support/diffView.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

const LONG = 'long.cache';
const NAMES = Array.from(
  { length: 60 },
  (_, i) =>
    `FeatureExtractor/MobilenetV2/expanded_conv_${i >> 2}/depthwise/BatchNorm/batchnorm/${['mul', 'mul_1', 'add_1', 'sub'][i % 4] ?? ''}`,
);
const files = {
  [LONG]: `TRT-8601-EntropyCalibration2\n${NAMES.map((name, i) => `${name}: ${(i % 7 ? 0x3c000000 + i * 4096 : 0).toString(16).padStart(8, '0')}\n`).join('')}`,
};

for (const [width, sidebar] of [
  [640, false],
  [1000, true],
  [1280, true],
  [1600, true],
] as const) {
  describe(`columns at ${width} pixels ${sidebar ? 'with' : 'without'} the sidebar`, () => {
    const vscode = useWorkbench({
      size: { width, height: 800 },
      files,
      themes: width === 1000 ? THEMES : ['light'],
    });
    before(async () => {
      if (!sidebar) await vscode().press('ControlOrMeta+B');
    });

    it('of a table stand in sight, with names that can be told apart', async () => {
      const table = await Table.open(vscode(), LONG);
      await table.select(2);
      await vscode().pictures(`columns-${width}`);
      assert.deepEqual(await cutOff(table.frame), []);
      for (const column of ['name', 'range', 'findings']) await table.cell(1, column).waitFor();
      for (const entry of [2, 3]) {
        assert.equal(await endsInSight(table.frame, entry), true, `the end of "${NAMES[entry - 1] ?? ''}"`);
        assert.equal(await table.text(entry, 'name'), NAMES[entry - 1], 'it is one word to who copies it');
      }
    });

    it('of a table without findings likewise', async () => {
      const table = await Table.open(vscode(), CACHE);
      await vscode().pictures(`columns-plain-${width}`);
      assert.deepEqual(await cutOff(table.frame), []);
      assert.equal(await table.cell(1, 'findings').count(), 0, 'an empty column takes no room');
    });

    it('of a comparison likewise', async () => {
      const diff = await DiffView.compare(
        vscode(),
        'detector/detector-trt7203.cache',
        'detector/detector-trt8601.cache',
      );
      await diff.rows.first().waitFor();
      await vscode().pictures(`columns-diff-${width}`);
      assert.deepEqual(await cutOff(diff.frame), []);
    });
  });
}

describe('columns that are arranged', () => {
  const vscode = useWorkbench({ fresh: true, files });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('are made wider by their edge, and fit their content after a double click on it', async () => {
    const before = await widthOf('name');
    await dragEdge('name', 120);
    await until('a wider column', async () => Math.abs((await widthOf('name')) - before - 120) < 3);
    await table.frame.locator('[role=columnheader][data-column=scale] .grid-edge').dblclick();
    await until('a column that fits', async () => (await widthOf('scale')) < 126);
    assert.equal(await table.frame.locator('[role=columnheader][aria-sort$=ending]').count(), 0, 'not sorted by that');
  });

  it('become wider and narrower by keys', async () => {
    await table.select(3, 'range');
    const before = await widthOf('range');
    await table.press('Shift+Alt+ArrowRight', 'Shift+Alt+ArrowRight');
    await until('a wider column', async () => Math.abs((await widthOf('range')) - before - 32) < 3);
    await table.press('Shift+Alt+ArrowLeft');
    await until('a narrower column', async () => Math.abs((await widthOf('range')) - before - 16) < 3);
    assert.equal(await table.frame.locator('.active-cell').getAttribute('data-column'), 'range');
  });

  it('are dragged to another place', async () => {
    await dragHeader('scale', 'name');
    await until('the scale before the name', async () => (await headers()).startsWith('# Scale Tensor'));
    await table.select(3, 'scale');
    await table.press('ArrowRight');
    assert.match((await table.frame.locator('.active-cell').getAttribute('data-column')) ?? '', /name/);
    await assertAccessible(vscode(), table.frame);
    await vscode().screenshot('columns-arranged');
  });

  it('stand so in the next table, and after a reload', async () => {
    table = await Table.open(vscode(), 'resnet34/resnet34-trt8601.cache');
    await until('the scale before the name', async () => (await headers()).startsWith('# Scale Tensor'));
    await vscode().reload(/"order":\["index","scale","name"/);
    table = await Table.shown(vscode());
    await until('the scale before the name', async () => (await headers()).startsWith('# Scale Tensor'));
  });

  async function headers(): Promise<string> {
    return (await table.frame.locator('[role=columnheader]').allInnerTexts()).map((text) => text.trim()).join(' ');
  }

  async function widthOf(column: string): Promise<number> {
    const box = await table.frame.locator(`[role=columnheader][data-column="${column}"]`).boundingBox();
    return box?.width ?? 0;
  }

  async function dragEdge(column: string, by: number): Promise<void> {
    await drag(`[role=columnheader][data-column="${column}"] .grid-edge`, (x) => x + by);
  }

  async function dragHeader(column: string, beside: string): Promise<void> {
    const target = await table.frame.locator(`[role=columnheader][data-column="${beside}"]`).boundingBox();
    await drag(`[role=columnheader][data-column="${column}"] .grid-label`, () => (target?.x ?? 0) + 10);
  }

  async function drag(selector: string, to: (x: number) => number): Promise<void> {
    const box = await table.frame.locator(selector).boundingBox();
    assert.ok(box);
    const { mouse } = vscode().page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(to(x), y, { steps: 5 });
    await mouse.up();
  }
});

/** The columns that lie past the edge of the grid, wholly or in part. */
async function cutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const edge = document.querySelector('.grid-scroller')?.getBoundingClientRect().right ?? 0;
    return [...document.querySelectorAll<HTMLElement>('[role=columnheader]')]
      .filter((cell) => cell.getBoundingClientRect().right > edge + 1)
      .map((cell) => cell.innerText);
  });
}

/** Whether the end of an entry's name is drawn inside of its cell. */
async function endsInSight(frame: Frame, entry: number): Promise<boolean> {
  return frame.evaluate((at) => {
    const cell = document.querySelector(`.grid-row[data-entry="${at}"] [data-column=name]`);
    const last = [...(cell?.querySelectorAll('span span') ?? [])].at(-1)?.getBoundingClientRect();
    const edge = cell?.getBoundingClientRect().right ?? 0;
    return last !== undefined && last.width > 0 && last.right <= edge;
  }, entry - 1);
}
