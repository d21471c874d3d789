import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, sampleText } from './support/files.js';
import { Table } from './support/table.js';

const TAB = 'changing.cache';
const QUESTION = /has changed on disk, and it has unsaved edits here/;

for (const [what, ends] of [
  ['one content with its text', '\n'],
  ['not linked', '\r\n'],
] as const) {
  describe(`a file that changes on disk (${what})`, () => {
    const vscode = useWorkbench({ files: { [TAB]: text('3c010204') } });
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

    it('is asked about when it has, and may replace them', async () => {
      await table.edit(2, 'scale', '1');
      write('3f000000');
      await vscode().notifications.waitFor(QUESTION);
      assert.equal(await table.text(2, 'hex'), '3f800000');
      await vscode().screenshot('disk-change');
      await vscode().notifications.press(QUESTION, 'Reload and Discard My Edits');
      await table.waitFor(1, 'hex', '3f000000');
      await table.waitFor(2, 'hex', '3da6a420');
      await vscode().tabs.waitUntilDirty(TAB, false);
    });

    it('or be replaced by them', async () => {
      await table.edit(2, 'scale', '1');
      write('3e000000');
      await vscode().notifications.press(QUESTION, 'Keep My Edits');
      assert.equal(await table.text(1, 'hex'), '3f000000');
      await vscode().tabs.waitUntilDirty(TAB);
      await table.press('ControlOrMeta+S');
      await vscode().tabs.waitUntilDirty(TAB, false);
      assert.equal(onDisk(), text('3f000000').replace('_output: 3da6a420\n', '_output: 3f800000\n'));
    });

    if (ends === '\r\n')
      it('is not overwritten unasked', async () => {
        await table.edit(2, 'scale', '2');
        write('3d000000');
        await vscode().notifications.waitFor(QUESTION);
        await table.press('ControlOrMeta+S');
        assert.match(await vscode().dialogs.text(), /has changed on disk since it was opened/);
        await vscode().screenshot('save-conflict');
        await vscode().dialogs.press('Cancel');
        assert.equal(onDisk(), text('3d000000'));
        await vscode().tabs.waitUntilDirty(TAB);
      });

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
