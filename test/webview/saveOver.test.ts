import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { answerSaveDialog, asksToOverwrite } from './support/saveDialog.js';
import { Table } from './support/table.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
// Mixed line ends: tables over a text are saved by VS Code.
const A = `${HEADER}a: 3f800000\r\n`;
const B = `${HEADER}b: 3f800000\r\n`;
const EDITED = A.replace('3f800000', '40000000');

describe('a file saved over another that is open with unsaved edits', () => {
  const vscode = useWorkbench({ files: { 'a.cache': A, 'b.cache': B } });

  before(async () => {
    const other = await Table.open(vscode(), 'b.cache');
    await other.edit(1, 'scale', '3');
    const table = await Table.open(vscode(), 'a.cache');
    await table.edit(1, 'scale', '2');
  });

  it('is asked about, and leaves everything as it was when that is called off', async () => {
    await saveOverB();
    assert.match(
      await vscode().dialogs.text(),
      /"b\.cache" is open and has unsaved edits\.\s+Saving over it replaces the file and discards those edits\./,
    );
    await vscode().screenshot('save-over-question');
    await vscode().dialogs.press('Cancel');
    assert.equal(readFileSync(vscode().path('b.cache'), 'utf8'), B);
    await vscode().tabs.waitUntilDirty('a.cache');
    await vscode().tabs.waitUntilDirty('b.cache');
  });

  it('takes its place, and its editor shows what is on disk', async () => {
    await vscode().tabs.select('a.cache');
    await saveOverB();
    await vscode().dialogs.press('Replace');
    await until('the other file', () => readFileSync(vscode().path('b.cache'), 'utf8') === EDITED);
    await vscode().tabs.waitUntilDirty('b.cache', false);
    const table = await Table.shown(vscode());
    await table.waitFor(1, 'hex', '40000000');
    await vscode().screenshot('save-over-done');
    await until(
      'one tab of it',
      async () => (await vscode().tabs.list()).filter(({ label }) => label === 'b.cache').length === 1,
    );
    assert.deepEqual(
      (await vscode().notifications.texts()).filter((text) => /changed on disk/.test(text)),
      [],
    );
  });

  it('says in words when a folder has taken the place of a file', async () => {
    await vscode().tabs.select('b.cache');
    const table = await Table.shown(vscode());
    await table.edit(1, 'scale', '5');
    rmSync(vscode().path('b.cache'));
    mkdirSync(vscode().path('b.cache'));
    await table.press('ControlOrMeta+S');
    const said = await vscode().notifications.waitFor('could not be written');
    assert.match(said, /"b\.cache" could not be written: a folder has its name/);
    assert.doesNotMatch(said, /EISDIR|\.tmp/);
    await vscode().screenshot('save-over-folder');
  });

  async function saveOverB(): Promise<void> {
    await vscode().runCommand('File: Save As...');
    await answerSaveDialog(vscode(), vscode().path('b.cache'));
    if (await asksToOverwrite(vscode())) await vscode().quickInput.accept();
  }
});
