import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

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
    await table.select(3);
    await table.press('End');
    const [index, last, grid] = await Promise.all(
      [table.cell(3, 'index'), table.cell(3, 'findings'), table.frame.locator('.grid-scroller')].map(async (place) =>
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

describe('a table without entries', () => {
  const vscode = useWorkbench({ theme: 'dark', files: { 'new.cache': 'TRT-8601-EntropyCalibration2\n' } });

  it('says so and takes a first one', async () => {
    const table = await Table.open(vscode(), 'new.cache');
    assert.match(await table.frame.locator('#empty').innerText(), /No entries yet/);
    await vscode().screenshot('empty-table');
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
