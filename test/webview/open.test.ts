import assert from 'node:assert/strict';
import { THEMES } from '../support/settings.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';

describe('a click on a file', () => {
  const vscode = useWorkbench({ themes: THEMES });

  it('opens a TensorRT cache as a table', async () => {
    await vscode().explorer.open('resnet34');
    const table = await Table.after(vscode(), () => vscode().explorer.open('resnet34-trt7203.cache'));
    assert.equal(await table.fact('format'), 'TensorRT calibration cache');
    assert.equal(await table.fact('version'), '7.2.3');
    assert.equal(await table.fact('algorithm'), 'EntropyCalibration2');
    assert.equal(await table.fact('entries'), '162');
    assert.equal(await table.count(), '162 of 162');
    assert.deepEqual(await row(table, 2), [
      '2',
      '(Unnamed Layer* 0) [Convolution]_output',
      'Convolution',
      '0.08136773',
      '10.33370',
      '3da6a420',
    ]);
    await table.select(2);
    await vscode().pictures('open-tensorrt');
    assert.equal((await vscode().tabs.active())?.preview, true);
  });

  it('opens an NVDLA calib.json as a table', async () => {
    const table = await Table.after(vscode(), () => vscode().explorer.open('resnet34-calib.json'));
    assert.match(await table.fact('format'), /NVDLA/);
    assert.deepEqual((await row(table, 2)).slice(0, 2), ['2', 'conv1']);
    assert.equal(await table.text(2, 'scale'), '0.08136773');
    assert.equal(await table.frame.locator('[data-fact="version"]').count(), 0);
    await vscode().pictures('open-nvdla');
  });

  it('shows what is wrong with a table', async () => {
    const table = await Table.after(vscode(), () => vscode().explorer.open('broken.cache'));
    assert.match(await table.text(3, 'findings'), /^warning:\s+zero scale$/);
    assert.equal(await table.frame.locator('#file-findings li').count(), 3);
    assert.deepEqual(await Promise.all(['zeros', 'infinities', 'nans', 'negatives'].map((id) => table.fact(id))), [
      '1',
      '1',
      '1',
      '1',
    ]);
    await table.button('only-findings').click();
    await table.waitForCount('7 of 10');
    await table.select(4);
    await vscode().pictures('open-broken');
    assert.match(await table.frame.locator('#details').innerText(), /non-finite-scale/);
  });

  it('leads from what is found about a line to the line', async () => {
    const table = await Table.shown(vscode());
    await table.frame.locator('#file-findings .link-button', { hasText: 'Line 12' }).click();
    const position = vscode().page.locator('.statusbar-item', { hasText: /^Ln 12, Col 1$/ });
    await position.waitFor();
    assert.match(await vscode().textEditor.text(), /\nthis line is no entry\n/);
  });
});

async function row(table: Table, entry: number): Promise<string[]> {
  return table.frame.locator(`.grid-body .grid-row[data-entry="${entry - 1}"] [role=gridcell]`).allInnerTexts();
}
