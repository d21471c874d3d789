import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE, sampleText } from './support/files.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

const LINES = sampleText(CACHE).split('\n');
/** Without every third entry: more is missing than a list shows. */
const GAPS = LINES.filter((_, line) => line < 3 || line % 3 !== 0).join('\n');
/** As after a layer was put in: from number 60 on, all numbers are one higher. */
const DRIFTED = LINES.map((line) =>
  line.replace(/^\(Unnamed Layer\* (\d+)\)/, (all, number) =>
    Number(number) < 60 ? all : `(Unnamed Layer* ${Number(number) + 1})`,
  ),
).join('\n');

describe('a table checked against its network', () => {
  const vscode = useWorkbench({
    fresh: true,
    themes: THEMES,
    files: { 'resnet34/gaps.cache': GAPS, 'resnet34/drifted.cache': DRIFTED },
  });
  let table: Table;

  it('lists what is missing above the rows, and says against what', async () => {
    table = await Table.open(vscode(), 'resnet34/gaps.cache');
    await table.button('check-network').click();
    await vscode().quickInput.choose('resnet34.prototxt');
    await until(
      'the network',
      async () =>
        (await table.frame.locator('[data-fact=network]').count()) === 1 &&
        (await table.fact('network')) === 'resnet34.prototxt',
    );
    assert.match(await summary(), /^5\d findings about the table as a whole/);
    assert.match(
      await table.frame.locator('#file-findings').innerText(),
      /The network asks for "pool1", and the table has no entry: TensorRT 8 and later run its layers without INT8/,
    );
    assert.match(
      await table.frame.locator('#notices').innerText(),
      /resnet34\.prototxt asks for 5\d entries that the table lacks/,
    );
    await vscode().pictures('coverage-missing');
    await assertAccessible(vscode(), table.frame);
  });

  it('keeps the list closed once it was closed', async () => {
    await table.frame.locator('#file-findings-fold-summary').click();
    await table.frame.locator('#file-findings').waitFor({ state: 'detached' });
    await table.edit(1, 'scale', '1');
    assert.equal(await table.frame.locator('#file-findings').count(), 0);
    await table.press('ControlOrMeta+Z');
    await table.frame.locator('#file-findings-fold-summary').click();
    await table.frame.locator('#file-findings').waitFor();
  });

  it('tells where the numbers have drifted', async () => {
    table = await Table.open(vscode(), 'resnet34/drifted.cache');
    await table.button('check-network').click();
    await vscode().quickInput.choose('resnet34.prototxt');
    await until('the drift', async () => /numbering-drift/.test(await table.frame.locator('main').innerText()));
    await vscode().pictures('coverage-drift');
  });

  async function summary(): Promise<string> {
    return table.frame.locator('#file-findings-fold-summary').innerText();
  }
});

describe('the network of a table', () => {
  const vscode = useWorkbench({ fresh: true, files: { 'resnet34/gaps.cache': GAPS } });

  it('is remembered: it is checked against when the table is opened again, and offered first', async () => {
    let table = await Table.open(vscode(), 'resnet34/gaps.cache');
    await table.button('check-network').click();
    await vscode().quickInput.choose('resnet34.prototxt');
    await table.frame.locator('[data-fact=network]').waitFor();
    await vscode().runCommand('View: Close All Editors');
    table = await Table.open(vscode(), 'resnet34/gaps.cache');
    await table.frame.locator('[data-fact=network]').waitFor();
    await vscode().runCommand('Calibration Tables: Check Against Network…');
    assert.match(
      await vscode().quickInput.rows.first().innerText(),
      /resnet34\.prototxt[^]*Chosen for this table before/,
    );
    await vscode().quickInput.cancel();
  });

  it('lends its missing entries, all of them as one undoable edit', async () => {
    const table = await Table.shown(vscode());
    await table.frame.locator(`#notices ${buttonBy()}`).click();
    await vscode().quickInput.rows.first().waitFor();
    await vscode().quickInput.accept();
    await vscode().quickInput.choose("Take the neighbour's scale");
    await table.waitForCount('162 of 162');
    assert.equal(await table.frame.locator('#notices .notice').count(), 0);
    assert.equal(await table.frame.locator('#file-findings-fold').isVisible(), false);
    await table.press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('gaps.cache', false);
    const names = readFileSync(vscode().path('resnet34/gaps.cache'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/: \w+$/, ''));
    assert.deepEqual(
      names,
      LINES.map((line) => line.replace(/: \w+$/, '')),
      'in the order of the network',
    );
    await table.press('ControlOrMeta+Z');
    await until('the missing entries to be missing again', async () => (await table.count()) !== '162 of 162');
    await table.press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('gaps.cache', false);
    assert.equal(readFileSync(vscode().path('resnet34/gaps.cache'), 'utf8'), GAPS);
  });
});

describe('problems', () => {
  const vscode = useWorkbench({ fresh: true });

  it('are in the panel while a table is open, and open it', async () => {
    await Table.open(vscode(), 'broken.cache');
    await vscode().runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    const panel = vscode().page.locator('.markers-panel');
    await panel.getByText('conv2: The scale is infinite').waitFor();
    await vscode().screenshot('problems');
    await vscode().runCommand('View: Close All Editors');
    await until('no problems', async () => !(await panel.innerText()).includes('conv2'));
  });

  it('lead back to the table, also from another tab', async () => {
    await Table.open(vscode(), 'broken.cache');
    await Table.open(vscode(), CACHE);
    await vscode().page.locator('.markers-panel').getByText('conv2: The scale is infinite').dblclick();
    await until('the tab of the table', async () => (await vscode().tabs.active())?.label === 'broken.cache');
    await Table.shown(vscode());
    await vscode().screenshot('problems-opened');
  });
});
