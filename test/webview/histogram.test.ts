import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('the histogram', () => {
  const vscode = useWorkbench();
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('says what it is a histogram of', async () => {
    assert.match(await panel().innerText(), /Dynamic range across tensors[^]*not an activation histogram/);
    assert.match(
      await label(),
      /^Histogram of the dynamic range across 162 tensors, logarithmic axis, from ± 1 to ± 28\.34, median ± 6\.524\.$/,
    );
    await vscode().screenshot('histogram-log');
  });

  it('is linear on request', async () => {
    await table.button('spacing-linear').click();
    await until('a linear axis', async () => /linear axis/.test(await label()));
    assert.equal(await table.button('spacing-linear').getAttribute('aria-pressed'), 'true');
    assert.equal(await table.button('spacing-log').getAttribute('aria-pressed'), 'false');
    await vscode().screenshot('histogram-linear');
  });

  it('filters by a bar that is clicked, until its chip is closed', async () => {
    const { width, height } = (await canvas().boundingBox()) ?? { width: 0, height: 0 };
    await canvas().click({ position: { x: width * 0.25, y: height * 0.5 } });
    const chip = table.frame.locator('#span-chip .chip');
    await chip.waitFor();
    assert.match(await chip.innerText(), /± \d/);
    assert.notEqual(await table.count(), '162 of 162');
    await vscode().screenshot('histogram-span');
    const one = parseInt(await table.count());
    await canvas().click({ position: { x: width * 0.5, y: height * 0.5 }, modifiers: ['Shift'] });
    await until('further bars', async () => parseInt(await table.count()) > one);
    await table.button('clear-span').click();
    await table.waitForCount('162 of 162');
  });

  it('counts what it can not draw', async () => {
    const broken = await Table.open(vscode(), 'broken.cache');
    assert.deepEqual(await broken.frame.locator('.not-drawn-item').allInnerTexts(), [
      '1 zero',
      '1 Inf',
      '1 NaN',
      '1 negative',
    ]);
  });

  it('can be put away', async () => {
    table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
    await table.button('toggle-histogram').click();
    await panel().waitFor({ state: 'hidden' });
    await vscode().screenshot('histogram-closed');
  });

  function panel(): ReturnType<Table['button']> {
    return table.frame.locator('#histogram');
  }

  function canvas(): ReturnType<Table['button']> {
    return panel().locator('canvas');
  }

  async function label(): Promise<string> {
    return (await canvas().getAttribute('aria-label')) ?? '';
  }
});
