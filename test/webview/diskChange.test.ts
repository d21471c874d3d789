import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, sampleText } from './support/files.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

const TAB = 'changing.cache';

for (const [what, ends] of [
  ['one content with its text', '\n'],
  ['not linked', '\r\n'],
] as const) {
  describe(`a file that changes on disk (${what})`, () => {
    const vscode = useWorkbench({ themes: THEMES, files: { [TAB]: text('3c010204') } });
    let table: Table;
    before(async () => {
      table = await Table.open(vscode(), TAB);
    });

    it('is shown anew while it has no unsaved edits', async () => {
      await table.select(7);
      write('3f800000');
      await table.waitFor(1, 'hex', '3f800000');
      assert.equal(
        await table.frame.locator('.grid-row[aria-selected=true]').getAttribute('data-entry'),
        '6',
        'the selection stays',
      );
      assert.equal((await vscode().tabs.active())?.dirty, false);
    });

    it('is told of above the table when it has, and may replace them', async () => {
      await table.edit(2, 'scale', '1');
      write('3f000000');
      await bar().waitFor();
      assert.match(await bar().innerText(), /has changed on disk, and it has unsaved edits here/);
      assert.equal(await table.text(2, 'hex'), '3f800000');
      await vscode().pictures('disk-change');
      await press('Take Theirs');
      await table.waitFor(1, 'hex', '3f000000');
      await table.waitFor(2, 'hex', '3da6a420');
      await vscode().tabs.waitUntilDirty(TAB, false);
      await bar().waitFor({ state: 'detached' });
    });

    it('or be replaced by them', async () => {
      await table.edit(2, 'scale', '1');
      write('3e000000');
      await press('Keep Mine');
      await bar().waitFor({ state: 'detached' });
      assert.equal(await table.text(1, 'hex'), '3f000000');
      await vscode().tabs.waitUntilDirty(TAB);
      await table.press('ControlOrMeta+S');
      await vscode().tabs.waitUntilDirty(TAB, false);
      assert.equal(onDisk(), text('3f000000').replace('_output: 3da6a420\n', '_output: 3f800000\n'));
    });

    it('is compared with the table', async () => {
      await table.edit(2, 'scale', '2');
      write('3d000000');
      await press('Compare');
      await vscode().tabs.waitFor(`${TAB} (on disk) ↔ ${TAB}`);
      await vscode().webviewFrame('.grid-body .grid-row');
      await vscode().screenshot('disk-change-compare');
      await vscode().runCommand('View: Close Editor');
      table = await Table.shown(vscode());
      await bar().waitFor();
    });

    if (ends === '\r\n')
      it('is not overwritten unasked', async () => {
        await table.press('ControlOrMeta+S');
        assert.match(await vscode().dialogs.text(), /has changed on disk since it was opened/);
        await vscode().screenshot('save-conflict');
        await vscode().dialogs.press('Cancel');
        assert.equal(onDisk(), text('3d000000'));
        await vscode().tabs.waitUntilDirty(TAB);
        await press('Take Theirs');
        await table.waitFor(1, 'hex', '3d000000');
        await vscode().tabs.waitUntilDirty(TAB, false);
      });
    else
      it('is not lost where VS Code saves over it', async () => {
        const mine = text('3f000000').replace('_output: 3da6a420\n', '_output: 40000000\n');
        await table.press('ControlOrMeta+S');
        await vscode().tabs.waitUntilDirty(TAB, false);
        assert.equal(onDisk(), mine);
        await until('what was replaced', async () => /Your save replaced a change/.test(await bar().innerText()));
        await vscode().screenshot('save-replaced');
        await press('Take Theirs');
        await table.waitFor(1, 'hex', '3d000000');
        await vscode().tabs.waitUntilDirty(TAB);
        await table.press('ControlOrMeta+Z');
        await table.waitFor(1, 'hex', '3f000000');
        await vscode().tabs.waitUntilDirty(TAB, false);
      });

    it('is said to be write-protected as long as it is', async () => {
      const word = table.frame.locator('#notices .notice', { hasText: 'write-protected' });
      chmodSync(vscode().path(TAB), 0o444);
      await word.waitFor();
      await vscode().pictures('disk-protected');
      chmodSync(vscode().path(TAB), 0o644);
      await word.waitFor({ state: 'detached' });
    });

    it('is missed when it is gone, and is saved again', async () => {
      const before = onDisk();
      rmSync(vscode().path(TAB));
      await until('the word', async () => /no longer there/.test((await bar().allInnerTexts()).join()));
      await vscode().pictures('disk-gone');
      await press('Save It Again');
      await bar().waitFor({ state: 'detached' });
      assert.equal(onDisk(), before);
    });

    function bar(): Locator {
      return table.frame.locator('#notices .notice-warning');
    }

    async function press(label: string): Promise<void> {
      await bar().locator(buttonBy(), { hasText: label }).click();
    }

    function write(hex: string): void {
      writeFileSync(vscode().path(TAB), text(hex));
    }

    function onDisk(): string {
      return readFileSync(vscode().path(TAB), 'utf8');
    }

    /** The text with a scale; its last line end tells whether a text editor can carry it. */
    function text(hex: string): string {
      return sampleText(CACHE).replace('data: 3c010204', `data: ${hex}`).replace(/\n$/, ends);
    }
  });
}
