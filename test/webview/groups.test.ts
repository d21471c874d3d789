import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

const LINES = [
  'images',
  '/model.0/conv/Conv',
  '/model.0/act/Mul',
  '/model.9/cv1/Conv',
  '/model.9/cv1/Mul',
  '/model.9/cv2/Conv',
  '/model.9/cv2/Mul',
];
const files = {
  'yolo.cache': `TRT-8601-EntropyCalibration2\n${LINES.map((name, i) => `${name}: ${['3c010204', '3d010204', '3e010204'][i % 3]}\n`).join('')}`,
};

describe('the groups', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    size: { width: 1600, height: 1000 },
    files,
  });
  const group = (table: Table, label: string): Locator =>
    table.frame
      .locator('#groups .group-facts')
      .filter({ has: table.frame.locator('.group-label', { hasText: label }) });
  const facts = async (line: Locator): Promise<string> => (await line.first().innerText()).replace(/\s+/g, ' ').trim();

  it('are blocks with their smallest, median and largest range', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.button('toggle-groups').click();
    assert.match(await facts(group(table, 'res2a')), /^res2a 3 7\.06 8\.35 8\.86$/);
    await vscode().pictures('groups');
    await assertAccessible(vscode(), table.frame);
    await group(table, 'res2a').first().locator('.count-button').click();
    await table.waitForCount('3 of 162');
    assert.equal(await table.field('filter').inputValue(), 'group:res2a');
    await group(table, 'res2a').first().locator('.count-button').click();
    await table.waitForCount('162 of 162');
  });

  it('are folded one in the other, and stay as they were left', async () => {
    let table = await Table.open(vscode(), 'yolo.cache');
    await table.button('toggle-groups').click();
    assert.equal(await group(table, 'cv1/').count(), 0);
    await group(table, '/model.9/').first().locator('.group-label').click();
    assert.match(await facts(group(table, 'cv1/')), /^cv1\/ 2 /);
    await vscode().openFile('README.md');
    table = await Table.after(vscode(), () => vscode().tabs.select('yolo.cache'));
    await until('an unfolded group', async () => (await group(table, 'cv2/').count()) > 0);
    await group(table, '/model.9/').first().locator('.count-button').click();
    await table.waitForCount('4 of 7');
    await vscode().screenshot('groups-filter');
    await table.button('close-groups').click();
    await table.frame.locator('#groups').waitFor({ state: 'hidden' });
  });
});
