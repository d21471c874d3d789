import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('the menu over rows and columns', () => {
  const vscode = useWorkbench({ themes: ['light', 'dark'], fresh: true });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('offers what can be done with a cell, and nothing that does nothing', async () => {
    await vscode().menu.of(table.cell(5, 'scale'));
    const labels = await vscode().menu.labels();
    for (const label of ['Edit Cell', 'Fill Down', 'Copy as Markdown', 'Filter by This Value', 'Show in Text'])
      assert.ok(labels.includes(label), label);
    assert.ok(!labels.includes('Cut') && !labels.includes('Paste'), 'VS Code has idle ones');
    await vscode().pictures('context-menu');
    await vscode().menu.choose('Fill Down');
    await table.waitFor(5, 'scale', await table.text(4, 'scale'));
  });

  it('copies as Markdown, and as the file spells it', async () => {
    await table.select(1, 'hex');
    await menu(1, 'hex', 'Copy as Markdown');
    await clipboard('| Hex |\n| ---: |\n| 3c010204 |\n');
    await menu(1, 'hex', 'Copy as in the File');
    await clipboard('data: 3c010204');
  });

  it('copies the selected entries in a form that is chosen', async () => {
    await table.select(1, 'hex');
    await menu(1, 'hex', 'Copy Entries As…');
    await vscode().quickInput.choose('setDynamicRange (C++)');
    await until('one entry', async () =>
      /^[^\n]*\ntensors\.at\("data"\)->setDynamicRange\([^\n]*\n$/.test(
        await vscode().page.evaluate(() => navigator.clipboard.readText()),
      ),
    );
  });

  it('compares a tensor with that of another table, and shows it there', async () => {
    const name = await table.text(5, 'name');
    await menu(5, 'name', 'Compare This Tensor…');
    await vscode().quickInput.type('resnet34-trt86');
    await vscode().quickInput.choose('resnet34-trt8601.cache');
    const diff = await DiffView.shown(vscode());
    await until('that tensor', async () => (await diff.details()).startsWith(name));
    await vscode().runCommand('View: Close Editor');
    table = await Table.shown(vscode());
  });

  it('pastes what is on the clipboard', async () => {
    await vscode().page.evaluate(() => navigator.clipboard.writeText('0.5'));
    await menu(6, 'scale', 'Paste into Cells');
    await table.waitFor(6, 'scale', '0.5000000');
  });

  it('filters by the value of a cell, and selects what is like it', async () => {
    await menu(2, 'type', 'Filter by This Value');
    await until('convolutions only', async () => (await table.column('type')).every((type) => type === 'Convolution'));
    assert.equal(await table.field('filter').inputValue(), 'type:Convolution');
    await table.filter('');
    await table.waitForCount('162 of 162');
    await menu(2, 'type', 'Select Similar');
    await until('several rows', async () => (await table.frame.locator('.grid-row[aria-selected=true]').count()) > 3);
  });

  it('begins to filter by a column', async () => {
    await vscode().menu.of(header('range'));
    await vscode().menu.choose('Filter by This Column…');
    await until('the term', async () => (await table.field('filter').inputValue()) === 'range>');
    await vscode().type('10');
    await until('wide ranges only', async () => (await table.column('range')).every((range) => Number(range) > 10));
    await table.filter('');
  });

  it('hides a column, and brings it back', async () => {
    await vscode().menu.of(header('hex'));
    assert.deepEqual(await vscode().menu.labels(), [
      'Filter by This Column…',
      'Fit Column to Its Content',
      'Hide Column',
      'Show All Columns',
    ]);
    await vscode().menu.choose('Hide Column');
    await header('hex').waitFor({ state: 'detached' });
    await vscode().menu.of(header('scale'));
    await vscode().menu.choose('Show All Columns');
    await header('hex').waitFor();
  });

  it('shows an entry in the text', async () => {
    await menu(5, 'name', 'Show in Text');
    await until('the line of conv1', async () =>
      (await vscode().page.locator('.editor-instance .view-lines').allInnerTexts()).join('').includes('conv1'),
    );
    await vscode().screenshot('context-show-in-text');
  });

  it('is about nothing but copying in a comparison', async () => {
    const diff = await DiffView.compare(vscode(), 'detector/detector-trt7203.cache', 'detector/detector-trt8601.cache');
    await vscode().menu.of(diff.rows.first().locator('[data-column=oldName]'));
    const labels = await vscode().menu.labels();
    assert.ok(labels.includes('Copy with Header') && !labels.includes('Delete Entries'), labels.join());
    await vscode().menu.dismiss();
  });

  function header(column: string): ReturnType<Table['cell']> {
    return table.frame.locator(`[role=columnheader][data-column="${column}"]`);
  }

  async function menu(entry: number, column: string, label: string): Promise<void> {
    await vscode().menu.of(table.cell(entry, column));
    await vscode().menu.choose(label);
  }

  async function clipboard(expected: string): Promise<void> {
    await until(
      `"${expected}" on the clipboard`,
      async () =>
        (await vscode()
          .page.evaluate(() => navigator.clipboard.readText())
          .catch(() => '')) === expected,
    );
  }
});
