import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('copying', () => {
  const vscode = useWorkbench();
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('puts the selected rows on the clipboard with their header and all digits', async () => {
    await table.select(1, 'index');
    await table.press('Shift+ArrowDown', 'ControlOrMeta+C');
    assert.deepEqual(await clipboard(/^#/), [
      '#\tTensor\tType\tScale\t± Dynamic range\tHex',
      '1\tdata\t\t0.007874015718698502\t0.9999999962747097\t3c010204',
      '2\t(Unnamed Layer* 0) [Convolution]_output\tConvolution\t0.08136773109436035\t10.333701848983765\t3da6a420',
    ]);
    await vscode().page.locator('.statusbar-item').filter({ hasText: 'Copied 2 rows' }).waitFor();
  });

  it('is told of what is selected in the status bar, as long as the table is the active view', async () => {
    const status = vscode()
      .page.locator('.statusbar-item')
      .filter({ hasText: / selected: / });
    await until('the summary', async () => /2 selected: ± 1 to 10\.33, median 5\.667/.test(await status.innerText()));
    await vscode().openFile('README.md');
    await status.waitFor({ state: 'hidden' });
    table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
  });

  it('takes all rows that pass the filter', async () => {
    await table.filter('pool');
    await until('two pools', async () => (await table.column('name')).every((name) => name.includes('pool')));
    await table.press('ControlOrMeta+A', 'ControlOrMeta+C');
    const shown = await table.column('hex');
    const lines = await clipboard(/pool/);
    assert.deepEqual(
      lines.slice(1).map((line) => line.split('\t')[5]),
      shown,
    );
  });

  it('copies what is selected in the filter box as text', async () => {
    await table.field('filter').focus();
    await vscode().press('ControlOrMeta+A', 'ControlOrMeta+C');
    assert.deepEqual(await clipboard(/^pool$/), ['pool']);
  });

  /** The lines on the clipboard, once they match: the host puts them there. */
  async function clipboard(expected: RegExp): Promise<string[]> {
    const text = await until('the clipboard', async () => {
      const held = await vscode()
        .page.evaluate(() => navigator.clipboard.readText())
        .catch(() => '');
      return expected.test(held) ? held : undefined;
    });
    return text.split('\n');
  }
});
