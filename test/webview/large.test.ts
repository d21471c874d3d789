import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { manyEntries } from './support/files.js';
import { Table } from './support/table.js';

describe('a table of a hundred thousand entries', () => {
  const vscode = useWorkbench({ files: { 'large.cache': manyEntries(100_000) } });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), 'large.cache');
  });

  it('is there with few rows of them', async () => {
    assert.equal(await table.count(), '100,000 of 100,000');
    assert.ok((await table.column('name')).length < 200);
  });

  it('is scrolled to its end with Ctrl+End, and back with Ctrl+Home', async () => {
    await table.select(1);
    await table.press('ControlOrMeta+End');
    await until('the last row', async () => (await table.column('name')).at(-1) === 'layer_99999/conv');
    assert.ok(await isInSight(100_000));
    await vscode().pictures('large-end');
    await table.press('ControlOrMeta+Home');
    await until('the first row', async () => (await table.column('name'))[0] === 'layer_0/conv');
    assert.ok(await isInSight(1));
  });

  it('is filtered as one types', async () => {
    await table.filter('layer_12345/');
    await table.waitForCount('1 of 100,000');
    assert.deepEqual(await table.column('name'), ['layer_12345/conv']);
    await table.filter('');
    await table.waitForCount('100,000 of 100,000');
  });

  it('is sorted', async () => {
    await table.sortBy('scale');
    await until('the largest first', async () => (await table.column('name'))[0] === 'layer_99999/conv');
  });

  it('is edited at its end', async () => {
    await table.edit(100_000, 'hex', '3f800000');
    assert.equal(await table.text(100_000, 'scale'), '1.000000');
    await table.press('ControlOrMeta+Z');
    await until('the old bits', async () => (await table.text(100_000, 'hex')) !== '3f800000');
  });

  async function isInSight(entry: number): Promise<boolean> {
    const row = await table.cell(entry, 'name').boundingBox();
    const grid = await table.frame.locator('.grid-scroller').boundingBox();
    return row !== null && grid !== null && row.y >= grid.y && row.y + row.height <= grid.y + grid.height + 1;
  }
});
