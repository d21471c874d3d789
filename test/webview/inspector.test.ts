import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('the inspector', () => {
  const vscode = useWorkbench({ themes: THEMES, size: { width: 1600, height: 1000 } });
  let table: Table;
  const inspector = (): Locator => table.frame.locator('#inspector');
  const says = (text: RegExp): Promise<boolean> =>
    until(String(text), async () => text.test(await inspector().innerText()));
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('opens from the line under the rows, beside them, with the number taken apart', async () => {
    await table.select(1);
    await table.button('inspect').click();
    // 3c010204 is 0 01111000 00000010000001000000100.
    await says(/Hex\s+3c010204\s[^]*Sign\s+0\s[^]*01111000 = 120: 2\^-7\s[^]*00000010000001000000100 = × 1\.00787/);
    await says(/Step \(scale\)\s+0\.00787401/);
    await says(/TensorRT\s+7\.2\.3/);
    const [grid, beside] = await Promise.all([table.frame.locator('.grid').boundingBox(), inspector().boundingBox()]);
    assert.ok(grid && beside && beside.x >= grid.x + grid.width - 1);
    await vscode().pictures('inspector');
    await assertAccessible(vscode(), table.frame);
  });

  it('says what a real value becomes, also for the next entry', async () => {
    await table.field('real-value').fill('0.5');
    await says(/q = 64, back 0\.5039/);
    await table.select(2);
    await says(/q = 6, back/);
    await table.field('real-value').fill('99');
    await says(/q = 127, back 10\.33\d*: clipped/);
  });

  it('goes to a neighbour that is clicked', async () => {
    await inspector().locator('.neighbour').last().click();
    await says(/^\(Unnamed Layer\* 1\) \[Scale\]_output/);
    assert.equal(
      await table
        .cell(3, 'name')
        .getAttribute('class')
        .then((name) => /active-cell/.test(name ?? '')),
      true,
    );
  });

  it('says in full what was found, and stays open and folded as it was left', async () => {
    await inspector().locator('#inspect-origin-summary').click();
    await vscode().openFile('README.md');
    table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
    await says(/Step \(scale\)/);
    assert.doesNotMatch(await inspector().innerText(), /Algorithm/);
    const broken = await Table.open(vscode(), 'broken.cache');
    await broken.select(3);
    await broken.button('toggle-inspector').click();
    await until('the sentence', async () =>
      /The scale is 0[^]*zero-scale/.test(await broken.frame.locator('#inspector').innerText()),
    );
    await vscode().pictures('inspector-findings');
    await broken.button('close-inspector').click();
    await broken.frame.locator('#inspector').waitFor({ state: 'hidden' });
  });
});
