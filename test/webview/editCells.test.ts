import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, NVDLA, sampleText } from './support/files.js';
import { Table } from './support/table.js';

const TAB = 'resnet34-trt7203.cache';

describe('a cell', () => {
  const vscode = useWorkbench({ themes: ['light', 'highContrast'] });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('takes a scale', async () => {
    await table.edit(2, 'scale', '0.5');
    assert.deepEqual(await numbersOf(2), ['0.5000000', '63.50000', '3f000000']);
    await vscode().tabs.waitUntilDirty(TAB);
  });

  it('takes a range, and typing starts an edit', async () => {
    await table.select(3, 'range');
    await vscode().type('127');
    await vscode().pictures('edit-cell');
    await vscode().press('Enter');
    await table.waitFor(3, 'range', '127.0000');
    assert.deepEqual(await numbersOf(3), ['1.000000', '127.0000', '3f800000']);
  });

  it('takes bits', async () => {
    await table.edit(4, 'hex', '3d5265ba');
    assert.equal(await table.text(4, 'hex'), '3d5265ba');
  });

  it('says beside itself what is wrong, and changes nothing', async () => {
    await table.typeInto(5, 'scale', 'much');
    assert.match(await message(), /number/i);
    await table.cellEditor.press('Enter');
    assert.ok(await table.cellEditor.isVisible());
    assert.equal(await table.cellEditor.getAttribute('aria-invalid'), 'true');
    await vscode().pictures('edit-invalid');
    await table.cellEditor.press('Escape');
    assert.equal(await table.text(5, 'scale'), '0.05136654');
    await table.typeInto(5, 'hex', '3d5265b99');
    assert.match(await message(), /8/);
    await table.cellEditor.press('Escape');
    assert.equal(await table.text(5, 'hex'), '3d5265b9');
  });

  it('is undone and redone by the keyboard', async () => {
    await table.press('ControlOrMeta+Z');
    await table.waitFor(4, 'hex', '3d5265b9');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(3, 'hex', '3d01412c');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(2, 'hex', '3da6a420');
    await vscode().tabs.waitUntilDirty(TAB, false);
    await table.press('ControlOrMeta+Shift+Z');
    await table.waitFor(2, 'hex', '3f000000');
    await vscode().tabs.waitUntilDirty(TAB);
  });

  it('keeps all other bytes when it is saved', async () => {
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty(TAB, false);
    assert.equal(
      readFileSync(vscode().path(CACHE), 'utf8'),
      sampleText(CACHE).replace('_output: 3da6a420\n', '_output: 3f000000\n'),
    );
  });

  it('of an NVDLA table likewise', async () => {
    const nvdla = await Table.open(vscode(), NVDLA);
    await nvdla.edit(2, 'scale', '0.25');
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('resnet34-calib.json', false);
    assert.equal(readFileSync(vscode().path(NVDLA), 'utf8'), sampleText(NVDLA).replace('0.08136773109436035', '0.25'));
  });

  it('of several that are selected, by a value or by arithmetic, as one step', async () => {
    table = await Table.open(vscode(), CACHE);
    await table.select(5, 'scale');
    await vscode().press('Shift+ArrowDown', 'Shift+ArrowDown');
    await vscode().type('0.5');
    assert.match(await table.frame.locator('#cell-hint').innerText(), /Goes into 3 entries/);
    await vscode().pictures('edit-many');
    await vscode().press('Enter');
    for (const entry of [5, 6, 7]) await table.waitFor(entry, 'scale', '0.5000000');
    await vscode().type('*3');
    await vscode().press('Enter');
    for (const entry of [5, 6, 7]) await table.waitFor(entry, 'scale', '1.500000');
    assert.equal(await table.frame.locator('.grid-row[aria-selected=true]').count(), 3);
    await vscode().press('ControlOrMeta+Z');
    for (const entry of [5, 6, 7]) await table.waitFor(entry, 'scale', '0.5000000');
  });

  it('takes what is typed before the edit has come back', async () => {
    await table.select(9, 'scale');
    await vscode().type('0.5');
    await vscode().press('Enter');
    await vscode().press('ArrowDown');
    await vscode().type('0.125');
    await vscode().press('Tab');
    await vscode().type('127');
    await vscode().press('Enter');
    await table.waitFor(9, 'scale', '0.5000000');
    await table.waitFor(10, 'scale', '1.000000');
    await table.cellEditor.waitFor({ state: 'detached' });
    await vscode().press('ControlOrMeta+Z');
    await table.waitFor(10, 'scale', '0.1250000');
  });

  async function numbersOf(entry: number): Promise<string[]> {
    return Promise.all(['scale', 'range', 'hex'].map((column) => table.text(entry, column)));
  }

  async function message(): Promise<string> {
    return table.frame.locator('.cell-message').innerText();
  }
});
