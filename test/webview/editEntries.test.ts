import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, sampleText } from './support/files.js';
import { Table } from './support/table.js';

const TAB = 'resnet34-trt7203.cache';

describe('entries', () => {
  const vscode = useWorkbench();
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('can be renamed, but not to a name that another has', async () => {
    await table.typeInto(1, 'name', 'conv1');
    assert.match(await table.frame.locator('.cell-message').innerText(), /Entry 5 has this name already/);
    await table.cellEditor.press('Escape');
    await table.edit(1, 'name', 'input: 0');
    assert.equal(await table.text(1, 'name'), 'input: 0');
  });

  it('can be added in a place of choice', async () => {
    await table.select(1);
    await table.button('add-entry').click();
    await table.field('add-name').fill('conv1');
    assert.match(await formMessage(), /Entry 5 has this name already/);
    await vscode().screenshot('add-entry');
    await table.field('add-name').fill('added');
    await table.field('add-scale').fill('-');
    assert.match(await formMessage(), /number/i);
    await table.field('add-scale').fill('1');
    await table.field('add-scale').press('Enter');
    await table.waitForCount('163 of 163');
    assert.deepEqual([await table.text(2, 'name'), await table.text(2, 'hex')], ['added', '3f800000']);
    assert.equal(await table.frame.locator('.grid-row[aria-selected=true]').getAttribute('data-entry'), '1');
  });

  it('can be deleted', async () => {
    await table.select(4);
    await table.press('Delete');
    await table.waitForCount('162 of 162');
    assert.equal(await table.text(4, 'name'), '(Unnamed Layer* 2) [Scale]_output');
  });

  it('can get another header', async () => {
    await table.button('edit-header').click();
    await table.field('header-field').fill('TRT-');
    assert.match(await table.frame.locator('#header-form .form-message').innerText(), /TensorRT writes no such line/);
    await vscode().screenshot('edit-header');
    await table.field('header-field').fill('TRT-8601-MinMaxCalibration');
    await table.field('header-field').press('Enter');
    await table.frame.locator('#header-form').waitFor({ state: 'hidden' });
    assert.deepEqual([await table.fact('version'), await table.fact('algorithm')], ['8.6.1', 'MinMaxCalibration']);
  });

  it('change only their own lines of the file', async () => {
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty(TAB, false);
    const [header, first, second, third, ...rest] = sampleText(CACHE).split('\n');
    assert.deepEqual(
      [header, first, third],
      ['TRT-7203-EntropyCalibration2', 'data: 3c010204', '(Unnamed Layer* 1) [Scale]_output: 3d01412c'],
    );
    const expected = ['TRT-8601-MinMaxCalibration', 'input: 0: 3c010204', 'added: 3f800000', second, ...rest];
    assert.deepEqual(readFileSync(vscode().path(CACHE), 'utf8').split('\n'), expected);
  });

  it('come back by undo, one step each', async () => {
    await table.press('ControlOrMeta+Z');
    await until('the old header', async () => (await table.fact('version')) === '7.2.3');
    await table.press('ControlOrMeta+Z');
    await table.waitForCount('163 of 163');
    await table.press('ControlOrMeta+Z');
    await table.waitForCount('162 of 162');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(1, 'name', 'data');
    await vscode().tabs.waitUntilDirty(TAB);
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty(TAB, false);
    assert.equal(readFileSync(vscode().path(CACHE), 'utf8'), sampleText(CACHE));
  });

  async function formMessage(): Promise<string> {
    return table.frame.locator('#add-form .form-message').innerText();
  }
});
