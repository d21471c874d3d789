import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, NVDLA, sampleText } from './support/files.js';
import { Table } from './support/table.js';

describe('several selected rows', () => {
  const vscode = useWorkbench();

  for (const [path, deleted] of [
    [
      CACHE,
      (text: string) =>
        text
          .split('\n')
          .filter((_, line) => ![3, 4, 5, 8].includes(line))
          .join('\n'),
    ],
    [NVDLA, null],
  ] as const) {
    it(`are deleted as one step that is undone at once: ${path}`, async () => {
      const table = await Table.open(vscode(), path);
      const tab = path.split('/')[1] ?? '';
      await table.select(3);
      await table.press('Shift+ArrowDown', 'Shift+ArrowDown');
      await table.cell(8, 'name').click({ modifiers: ['ControlOrMeta'] });
      const next = await table.text(9, 'name');
      await table.press('Delete');
      await table.waitForCount('158 of 158');
      const selected = table.frame.locator('.grid-row[aria-selected=true] [data-column=name]');
      assert.deepEqual(await selected.allInnerTexts(), [next], 'what came after them is selected, and nothing else');
      await table.press('ControlOrMeta+S');
      await vscode().tabs.waitUntilDirty(tab, false);
      const text = readFileSync(vscode().path(path), 'utf8');
      if (deleted) assert.equal(text, deleted(sampleText(path)));
      else assert.equal(Object.keys(JSON.parse(text) as object).length, 158);
      await table.press('ControlOrMeta+Z');
      await table.waitForCount('162 of 162');
      await table.press('ControlOrMeta+S');
      await vscode().tabs.waitUntilDirty(tab, false);
      assert.equal(readFileSync(vscode().path(path), 'utf8'), sampleText(path));
    });
  }

  it('are those of a filter and an order, wherever they stand in the file', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.filter('branch2a');
    await table.sortBy('scale');
    await table.press('ControlOrMeta+A', 'Delete');
    await until('nothing to be left of the filter', async () => (await table.count()).startsWith('0 of'));
    await table.press('ControlOrMeta+Z');
    await until('all to be back', async () => (await table.count()).endsWith('of 162'));
  });
});
