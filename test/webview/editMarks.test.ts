/** What is edited since the last save: marked, shown alone, put back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE, NVDLA, sampleText } from './support/files.js';
import { Table } from './support/table.js';

for (const [what, path] of [
  ['a cache', CACHE],
  ['a table in JSON', NVDLA],
] as const) {
  describe(`marks of edits in ${what}`, () => {
    const vscode = useWorkbench({ themes: THEMES });
    const tab = path.split('/')[1] ?? '';
    let table: Table;
    before(async () => {
      table = await Table.open(vscode(), path);
    });

    it('stand beside rows and in cells that differ from the saved file', async () => {
      await table.edit(2, 'scale', '0.5');
      await marked(2, 'index', 'changed');
      await marked(2, 'scale', 'changed');
      assert.equal(await table.cell(2, 'name').getAttribute('data-mark'), null);
      await table.edit(3, 'name', 'renamed');
      await marked(3, 'name', 'changed');
      await table.select(5);
      await table.press('Shift+Alt+ArrowDown');
      await marked(6, 'index', 'added');
      assert.equal(await table.fact('edited'), '3');
      await assertAccessible(vscode(), table.frame);
      await vscode().pictures(`edit-marks-${what.replaceAll(' ', '-')}`);
    });

    it('show nothing but edits on a click', async () => {
      await table.frame.locator('[data-fact=edited] button').click();
      await until('three rows', async () => (await table.count()).startsWith('3 of'));
      await table.frame.locator('[data-fact=edited] button').click();
      await until('all rows', async () => (await table.count()).startsWith('163 of'));
    });

    it('go with a revert of their rows, which gives the file its bytes back', async () => {
      await table.select(2);
      await table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await vscode().menu.of(table.cell(4, 'name'));
      await vscode().menu.choose('Revert Entries to the Saved File');
      await table.waitForCount('162 of 162');
      await until('no mark', async () => (await table.frame.locator('[data-mark]').count()) === 0);
      await table.press('ControlOrMeta+S');
      await vscode().tabs.waitUntilDirty(tab, false);
      assert.equal(readFileSync(vscode().path(path), 'utf8'), sampleText(path));
    });

    it('go with a save', async () => {
      await table.edit(2, 'scale', '0.25');
      await marked(2, 'scale', 'changed');
      await table.press('ControlOrMeta+S');
      await until('no mark', async () => (await table.frame.locator('[data-mark]').count()) === 0);
      assert.equal(await table.frame.locator('[data-fact=edited]').count(), 0);
    });

    async function marked(entry: number, column: string, mark: string): Promise<void> {
      await until(
        `${column} of entry ${entry} to be marked as ${mark}`,
        async () => (await table.cell(entry, column).getAttribute('data-mark')) === mark,
      );
    }
  });
}
