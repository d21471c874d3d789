import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';

const GOOD = 'TRT-8601-EntropyCalibration2\na: 3c010a14\nb: 3c010a15\n';
const BAD = 'TRT-8601-EntropyCalibration2\na: 7f800000\nb: 3c010a15\n';

describe('many tables', () => {
  const files = { 'many/one.cache': GOOD, 'many/two.cache': BAD, 'many/pip.cache': 'nothing of ours\n' };
  const vscode = useWorkbench({ files });

  before(() => vscode().explorer.open('many'));

  it('are checked by one command, with one summary', async () => {
    await chooseFor(['one.cache', 'pip.cache', 'two.cache'], 'Check Tables');
    assert.match(await vscode().notifications.waitFor('Checked'), /Checked 2 of 3 tables, 1 with findings/);
    await vscode().screenshot('many-check');
    const report = await details('Checked');
    assert.match(report, /many\/one\.cache: no findings \(2 entries\)/);
    assert.match(report, /many\/two\.cache:2: error: a: The scale is infinite/);
    assert.match(report, /pip\.cache" is no calibration table|many\/pip\.cache/);
  });

  it('are converted, each into a file beside it, and none is replaced', async () => {
    await chooseFor(['one.cache', 'two.cache'], 'Convert Tables…');
    await vscode().quickInput.choose('NVDLA calibration table');
    await vscode().quickInput.choose('Without a network: carry the names over');
    assert.match(await vscode().notifications.waitFor('Converted'), /Converted 2 tables, 1 with findings/);
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(vscode().path('many/one.json'), 'utf8')) as object), [
      'a',
      'b',
    ]);
    assert.ok(existsSync(vscode().path('many/two.json')));
    await vscode().runCommand('Notifications: Clear All Notifications');
    // They move the rows that are about to be clicked.
    for (const name of ['one.json', 'two.json'])
      await vscode()
        .page.locator('.explorer-folders-view .monaco-list-row')
        .filter({ hasText: name })
        .first()
        .waitFor();
    await chooseFor(['one.cache', 'two.cache'], 'Convert Tables…');
    await vscode().quickInput.choose('NVDLA calibration table');
    await vscode().quickInput.choose('Without a network: carry the names over');
    assert.match(await vscode().notifications.waitFor('Converted'), /Converted 0 of 2 tables/);
    assert.match(await details('Converted'), /"one\.json" exists already/);
  });

  it('one of them says in the status bar what it is', async () => {
    const table = await Table.open(vscode(), 'many/two.cache');
    const item = vscode().page.locator('.statusbar-item').filter({ hasText: 'TensorRT 8.6.1, 2 entries, 1 finding' });
    await item.waitFor();
    await table.edit(1, 'scale', '1');
    await vscode()
      .page.locator('.statusbar-item')
      .filter({ hasText: /TensorRT 8\.6\.1, 2 entries$/ })
      .waitFor();
    await vscode().screenshot('status');
    await vscode().explorer.open('pip.cache');
    await until(
      'it to go',
      async () => (await vscode().page.locator('.statusbar-item').filter({ hasText: '2 entries' }).count()) === 0,
    );
  });

  it('one of them is copied as what others take, and hex from anywhere is decoded', async () => {
    await vscode().explorer.open('one.cache');
    await Table.shown(vscode());
    await vscode().runCommand('Calibration Tables: Copy Entries As…');
    await vscode().quickInput.choose('set_dynamic_range (Python)');
    await until('the calls', async () => /tensors\["b"\]\.set_dynamic_range/.test(await clipboard()));
    await vscode().page.evaluate(() => navigator.clipboard.writeText('[TRT] conv1 was 3f800000 then'));
    await vscode().runCommand('Calibration Tables: Decode Hex…');
    await until('the number', async () => (await vscode().quickInput.labels()).includes('3f800000'));
    await vscode().screenshot('decode-hex');
    await vscode().quickInput.choose('3f800000');
    await until('its scale', async () => (await clipboard()) === '1');
  });

  function clipboard(): Promise<string> {
    return vscode().page.evaluate(() => navigator.clipboard.readText());
  }

  async function chooseFor([first = '', ...others]: readonly string[], command: string): Promise<void> {
    // A click opens the first, and VS Code shows in the explorer what is open: that has to be over.
    await vscode().explorer.open(first);
    await vscode().tabs.waitFor(first);
    await Table.shown(vscode());
    for (const other of others)
      await vscode()
        .explorer.row(other)
        .click({ modifiers: ['ControlOrMeta'] });
    await vscode().explorer.choose(others.at(-1) ?? first, command);
  }

  async function details(of: string): Promise<string> {
    await vscode().notifications.press(of, 'Details');
    return until('the report', async () => (await vscode().textEditor.isOpen()) && vscode().textEditor.text());
  }
});
