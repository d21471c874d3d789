import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { session } from '../support/session.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import type { Workbench } from '../support/workbench/workbench.js';
import { CACHE, sampleText } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const TAB = 'resnet34-trt7203.cache';
const EDITED = sampleText(CACHE).replace('data: 3c010204', 'data: 3f800000');

describe('an edited table', () => {
  const vscode = useWorkbench();
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('comes back as it was, unsaved, after a restart', async () => {
    const start = Date.now();
    await table.edit(1, 'scale', '1');
    await keptSince(start, vscode());
    await vscode().reload(/"dirty":true/);
    table = await Table.shown(vscode());
    await table.waitFor(1, 'hex', '3f800000');
    await vscode().tabs.waitUntilDirty(TAB);
    assert.equal(readFileSync(vscode().path(CACHE), 'utf8'), sampleText(CACHE));
    await vscode().screenshot('hot-exit');
  });

  it('goes back to the file on Revert', async () => {
    await vscode().runCommand('File: Revert File');
    await table.waitFor(1, 'hex', '3c010204');
    await vscode().tabs.waitUntilDirty(TAB, false);
  });

  it('is asked about when it is closed, and Cancel keeps it', async () => {
    await table.edit(1, 'scale', '1');
    await vscode().tabs.close(TAB);
    assert.match(await vscode().dialogs.text(), /save the changes/i);
    await vscode().dialogs.press('Cancel');
    assert.equal((await vscode().tabs.active())?.dirty, true);
  });

  it('goes to another file by Save As, and leaves its own alone', async () => {
    const target = 'resnet34/saved-as.cache';
    table = await Table.after(vscode(), async () => {
      await vscode().runCommand('File: Save As...');
      assert.equal(await answerSaveDialog(vscode(), vscode().path(target)), TAB);
      await vscode().tabs.waitFor('saved-as.cache');
    });
    await until('the new file', () => existsSync(vscode().path(target)));
    assert.equal(readFileSync(vscode().path(target), 'utf8'), EDITED);
    assert.equal(readFileSync(vscode().path(CACHE), 'utf8'), sampleText(CACHE));
    await table.waitFor(1, 'hex', '3f800000');
    await vscode().tabs.waitUntilDirty('saved-as.cache', false);
  });

  it('keeps its unsaved edits when its file is renamed', async () => {
    await table.edit(3, 'scale', '1');
    table = await Table.after(vscode(), async () => {
      await vscode().explorer.choose('saved-as.cache', 'Rename...');
      await vscode().page.locator('.explorer-item-edited input').fill('renamed.cache');
      await vscode().press('Enter');
    });
    await vscode().tabs.waitUntilDirty('renamed.cache');
    await table.waitFor(3, 'hex', '3f800000');
    await vscode().runCommand('File: Revert File');
    await table.waitFor(3, 'hex', '3d01412c');
    await vscode().tabs.waitUntilDirty('renamed.cache', false);
  });

  it('keeps the mode bits of its file, and leaves no other files', async () => {
    const path = vscode().path('resnet34/renamed.cache');
    const { mode } = statSync(path);
    await table.edit(2, 'hex', '3f000000');
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('renamed.cache', false);
    assert.equal(readFileSync(path, 'utf8'), EDITED.replace('_output: 3da6a420\n', '_output: 3f000000\n'));
    assert.equal(statSync(path).mode, mode);
    assert.deepEqual(
      (await vscode().explorer.names()).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
});

/** Waits until hot exit has put something by: on a busy machine that takes longer than a reload waits. */
async function keptSince(start: number, { page }: Workbench): Promise<void> {
  const { server } = await session();
  await until('a backup', () => server.hasKept(start, page), 30_000);
}
