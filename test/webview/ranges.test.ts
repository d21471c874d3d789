import assert from 'node:assert/strict';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('ranges of cells', () => {
  const vscode = useWorkbench({ themes: THEMES });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('are copied as they are selected, without a header', async () => {
    await table.select(1, 'scale');
    await table.cell(2, 'range').click({ modifiers: ['Shift'] });
    await vscode().pictures('range');
    await table.press('ControlOrMeta+C');
    await clipboard('0.007874015718698502\t0.9999999962747097\n0.08136773109436035\t10.333701848983765');
    await vscode().page.locator('.statusbar-item').filter({ hasText: 'Copied 4 cells' }).waitFor();
  });

  it('are selected by dragging, too', async () => {
    await table.cell(5, 'name').hover();
    await vscode().page.mouse.down();
    await table.cell(6, 'scale').hover();
    await vscode().page.mouse.up();
    assert.equal(await selectedCells(), 6);
  });

  it('take one value of the clipboard, and a column of them, each as one step', async () => {
    await copy('0.5');
    await table.select(5, 'scale');
    await table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+V');
    for (const entry of [5, 6, 7]) await table.waitFor(entry, 'scale', '0.5000000');
    await copy('127\n254\n');
    await table.select(5, 'range');
    await table.press('ControlOrMeta+V');
    await table.waitFor(5, 'scale', '1.000000');
    await table.waitFor(6, 'scale', '2.000000');
    assert.equal(await table.text(7, 'scale'), '0.5000000');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(5, 'scale', '0.5000000');
    assert.equal(await table.text(6, 'scale'), '0.5000000');
  });

  it('are filled down', async () => {
    await table.select(1, 'hex');
    await table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+D');
    for (const entry of [2, 3]) await table.waitFor(entry, 'hex', '3c010204');
  });

  it('say beside the cell what they can not take', async () => {
    await copy('1\nmuch\n');
    await table.select(5, 'scale');
    await table.press('ControlOrMeta+V');
    await note(/^"much": Type a decimal number/);
    assert.equal(await table.text(5, 'scale'), '0.5000000');
    await vscode().pictures('range-refused');
    await table.press('ArrowDown');
    await note(/^$/);
    await table.press('ControlOrMeta+X');
    await note(/select whole rows/);
  });

  it('are dropped by Escape: first to one cell, then to none', async () => {
    await table.select(5, 'scale');
    await table.press('Shift+ArrowDown', 'Escape');
    assert.equal(await selectedCells(), 1);
    await table.press('Escape');
    assert.equal(await table.frame.locator('.grid-body [aria-selected=true]').count(), 0);
  });

  it('are whole columns by Ctrl+Space, and whole rows by Shift+Space or the number before them', async () => {
    await table.select(5, 'scale');
    await table.press('ControlOrMeta+Space');
    assert.equal(await table.cell(1, 'scale').getAttribute('aria-selected'), 'true');
    await table.select(5, 'scale');
    await table.press('Shift+Space');
    assert.equal(await selectedCells(), 0, 'the row as one');
    await table.cell(7, 'index').click();
    await table.cell(8, 'index').click({ modifiers: ['Shift'] });
    await vscode().pictures('range-rows');
  });

  it('rows that were cut are pasted elsewhere', async () => {
    const names = [await table.text(7, 'name'), await table.text(8, 'name')];
    await table.press('ControlOrMeta+X');
    await table.waitForCount('160 of 160');
    await table.cell(2, 'index').click();
    await until('the cut rows on the clipboard', async () => (await held()).startsWith('#'));
    await table.press('ControlOrMeta+V');
    await table.waitForCount('162 of 162');
    assert.deepEqual([await table.text(3, 'name'), await table.text(4, 'name')], names);
  });

  it('typing over a name renames nothing', async () => {
    await table.select(5, 'name');
    await vscode().type('x');
    await note(/F2/);
    assert.equal(await table.cellEditor.count(), 0);
  });

  async function note(text: RegExp): Promise<void> {
    await until(`a note like ${text}`, async () => text.test(await table.frame.locator('#cell-note').innerText()));
  }

  async function selectedCells(): Promise<number> {
    return table.frame.locator('.grid-cell[aria-selected=true]').count();
  }

  async function held(): Promise<string> {
    return vscode()
      .page.evaluate(() => navigator.clipboard.readText())
      .catch(() => '');
  }

  async function clipboard(expected: string): Promise<void> {
    await until(`"${expected}" on the clipboard`, async () => (await held()) === expected);
  }

  async function copy(text: string): Promise<void> {
    await vscode().page.evaluate((wanted) => navigator.clipboard.writeText(wanted), text);
  }
});
