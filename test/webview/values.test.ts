import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { Table } from './support/table.js';

const JSON_TABLE = 'values/calibration.json';
const CACHE = 'values/values.cache';

describe('what the values look like', () => {
  const vscode = useWorkbench({ themes: THEMES, size: { width: 1600, height: 1000 } });
  let table: Table;
  const slider = (): Locator => table.frame.locator('#range-slider');
  const facts = (): Promise<string> => table.frame.locator('#values-facts').innerText();
  const cacheNow = (): string => readFileSync(vscode().path(CACHE), 'utf8');

  it('is in the rows of a table that has histograms, and its columns are sorted and asked', async () => {
    table = await Table.open(vscode(), JSON_TABLE);
    await table.frame.locator('.sparkline').first().waitFor();
    assert.equal(await table.frame.locator('.sparkline').count(), 7);
    assert.match(await table.text(1, 'sqnr'), /^\d+\.\d dB$/);
    await table.sortBy('sqnr');
    await until('the worst first', async () => {
      const decibels = (await table.column('sqnr')).map(parseFloat);
      return decibels.every((own, row) => row === 0 || own >= (decibels[row - 1] ?? NaN));
    });
    const worst = parseFloat((await table.column('sqnr'))[0] ?? '');
    await table.filter(`sqnr<${worst + 0.1}`);
    await table.waitForCount('1 of 7');
    await table.filter('');
    await table.sortBy('sqnr');
    await table.sortBy('sqnr');
  });

  it('is in no rows of a table without them, until they are borrowed', async () => {
    table = await Table.open(vscode(), CACHE);
    await vscode().menu.of(table.cell(1, 'name'));
    await vscode().menu.choose('Set All by Method…');
    await table.frame.locator('text=There are no histograms to work ranges out of').waitFor();
    assert.equal(await table.frame.locator('[role=columnheader][data-column=values]').count(), 0);
    await vscode().runCommand('Calibration Tables: Show Values From…');
    await vscode().quickInput.choose('calibration.json');
    await table.frame.locator('.sparkline').first().waitFor();
    await table.filter('clipped>0.1%');
    await table.waitForCount('2 of 7');
    await table.filter('');
    await table.select(5);
    await table.button('inspect').click();
    await slider().waitFor();
    await vscode().pictures('values');
    await assertAccessible(vscode(), table.frame);
  });

  it('comes back when the table is opened again', async () => {
    await vscode().runCommand('View: Close Editor');
    table = await Table.open(vscode(), CACHE);
    await table.frame.locator('.sparkline').first().waitFor();
    await table.select(5);
    await table.button('inspect').click();
    await slider().waitFor();
  });

  it('follows the range while it is dragged, and sets it once at the end', async () => {
    const before = await table.text(5, 'range');
    const [told, box] = [await facts(), await slider().boundingBox()];
    assert.ok(box);
    const page = vscode().page;
    await page.mouse.move(box.x + 1, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 30, box.y + 40, { steps: 5 });
    await until('other figures', async () => (await facts()) !== told);
    assert.equal(await table.text(5, 'range'), before);
    await vscode().screenshot('values-dragged');
    await page.mouse.up();
    await until('another range', async () => (await table.text(5, 'range')) !== before);
    await vscode().tabs.waitUntilDirty('values.cache');
    await vscode().runCommand('Undo');
    await table.waitFor(5, 'range', before);
    await until('the figures of before', async () => (await facts()) === told);
  });

  it('is stepped by keys, set by Enter and taken back by Escape', async () => {
    const before = await table.text(5, 'range');
    const told = await facts();
    await slider().focus();
    await slider().press('PageUp');
    await until('other figures', async () => (await facts()) !== told);
    assert.match((await slider().getAttribute('aria-valuetext')) ?? '', /clipped .* %, SQNR .* dB/);
    await slider().press('Escape');
    await until('the figures of before', async () => (await facts()) === told);
    await slider().press('ArrowRight');
    await slider().press('Enter');
    await until('another range', async () => (await table.text(5, 'range')) !== before);
    await until('the focus stays', () => slider().evaluate((element) => element === document.activeElement));
    await vscode().runCommand('Undo');
    await table.waitFor(5, 'range', before);
  });

  it("takes a method's range by a click, as one step", async () => {
    const before = [await table.text(5, 'range'), cacheNow()];
    await table.button('take-minmax').click();
    await until('the largest value', async () => (await table.text(5, 'range')).startsWith('95.'));
    await vscode().runCommand('Undo');
    await table.waitFor(5, 'range', before[0] ?? '');
    assert.equal(cacheNow(), before[1]);
    assert.match(await table.frame.locator('#values-methods').innerText(), /Entropy: 64 bins of \|x\| are too few/);
  });

  it('sets many ranges by a method as one step, and says before what it changes', async () => {
    const before = await table.column('range');
    await vscode().menu.of(table.cell(5, 'name'));
    await vscode().menu.choose('Set All by Method…');
    const preview = (): Promise<string> => table.frame.locator('#method-preview').innerText();
    await until('what changes', async () =>
      /all entries in sight: [1-5] ranges change: .*Median SQNR/.test(await preview()),
    );
    assert.deepEqual(await table.column('range'), before);
    await vscode().pictures('values-set-by-method');
    await assertAccessible(vscode(), table.frame);
    await table.button('method-set').click();
    await until(
      'other ranges',
      async () => (await table.text(6, 'clipped')) === '0 %' && (await table.text(5, 'clipped')) === '0 %',
    );
    await vscode().runCommand('Undo');
    await until('the ranges of before', async () => (await table.column('range')).join() === before.join());
  });
});

describe('what the values look like, in a narrow view', () => {
  const vscode = useWorkbench({ themes: THEMES, size: { width: 900, height: 900 } });

  it('stands below the rows', async () => {
    const table = await Table.open(vscode(), JSON_TABLE);
    await table.select(4);
    await table.button('inspect').click();
    await table.frame.locator('#range-slider').waitFor();
    await vscode().pictures('values-narrow');
  });
});
