import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

const ROW_HEIGHT = 22;

describe('a narrow window', () => {
  const vscode = useWorkbench({ size: { width: 700, height: 700 } });

  it('has room for the rows', async () => {
    const table = await Table.open(vscode(), CACHE);
    await vscode().press('ControlOrMeta+B');
    await table.select(3);
    assert.ok(
      (await table.frame
        .locator('.grid')
        .boundingBox()
        .then((box) => box?.height ?? 0)) > 120,
    );
    await vscode().screenshot('narrow');
    await Table.open(vscode(), 'broken.cache');
    await vscode().screenshot('narrow-broken');
  });

  it('scrolls sideways to a cell that is reached by the keyboard, with the numbers of the rows in sight', async () => {
    const table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
    await table.button('missing-columns').click();
    await table.select(3);
    await table.press('End');
    const [index, last, grid] = await Promise.all(
      [table.cell(3, 'index'), table.cell(3, 'hex'), table.frame.locator('.grid-scroller')].map(async (place) =>
        place.boundingBox(),
      ),
    );
    assert.ok(
      index && last && grid && index.x >= grid.x && last.x + last.width <= grid.x + grid.width + 1,
      JSON.stringify({ index, last, grid }),
    );
    await vscode().screenshot('narrow-scrolled');
  });
});

describe('a cell that is edited', () => {
  const vscode = useWorkbench({ size: { width: 1280, height: 800 } });

  it('keeps its column, and what is said of it in sight, when the window becomes narrow', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.typeInto(3, 'scale', 'much');
    await table.cellEditor.press('Enter');
    for (const width of [800, 1000]) {
      await vscode().page.setViewportSize({ width, height: 800 });
      await until(`the box over the cell at ${width}`, async () => {
        const [box, cell, said, grid] = await Promise.all(
          [
            table.frame.locator('#cell-editor'),
            table.cell(3, 'scale'),
            table.frame.locator('#cell-editor .cell-message'),
            table.frame.locator('.grid-scroller'),
          ].map(async (place) => place.boundingBox()),
        );
        if (!box || !cell || !said || !grid) return false;
        const isOver = Math.abs(box.x - cell.x) < 2 && Math.abs(box.width - cell.width) < 2;
        return isOver && said.x >= grid.x && said.x + said.width <= grid.x + grid.width;
      });
    }
  });
});

describe('charts', () => {
  for (const [width, height, least] of [
    [500, 800, 12],
    [1600, 1000, 24],
  ] as const) {
    describe(`at ${width} × ${height}`, () => {
      const vscode = useWorkbench({ size: { width, height } });

      it(`leave room for ${least} rows`, async () => {
        const table = await Table.open(vscode(), CACHE);
        if (width < 600) await vscode().press('ControlOrMeta+B');
        const rows = await until('the rows', async () => {
          const [head, scroller] = await Promise.all(
            ['.grid-head', '.grid-scroller'].map((part) => table.frame.locator(part).boundingBox()),
          );
          const seen = Math.floor(((scroller?.height ?? 0) - (head?.height ?? 0)) / ROW_HEIGHT);
          return seen >= least && seen;
        });
        assert.ok(rows >= least);
        const facts = await table.frame
          .locator('#strip .fact')
          .evaluateAll((all) => all.map((fact) => (fact as HTMLElement).offsetTop));
        assert.equal(facts.at(-1), facts.at(-2), 'the last fact stands alone in its line');
      });

      it('come when they are asked for, however little room there is', async () => {
        const table = await Table.shown(vscode());
        const chart = table.frame.locator('#histogram canvas');
        if (!(await chart.isVisible())) await table.button('toggle-histogram').click();
        await chart.waitFor();
        await table.button('toggle-histogram').click();
        await chart.waitFor({ state: 'hidden' });
      });
    });
  }
});

describe('a table without entries', () => {
  const vscode = useWorkbench({ theme: 'dark', files: { 'new.cache': 'TRT-8601-EntropyCalibration2\n' } });

  it('says so and takes a first one', async () => {
    const table = await Table.open(vscode(), 'new.cache');
    assert.match(await table.frame.locator('#empty').innerText(), /No entries yet/);
    await vscode().pictures('empty-table');
    await table.button('add-first').click();
    await table.field('add-name').fill('data');
    await table.field('add-scale').fill('1');
    await table.field('add-scale').press('Enter');
    await table.waitForCount('1 of 1');
    await table.press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('new.cache', false);
    assert.equal(readFileSync(vscode().path('new.cache'), 'utf8'), 'TRT-8601-EntropyCalibration2\ndata: 3f800000\n');
    await vscode().screenshot('empty-table-first');
  });
});
