import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { replacesUnsaved } from '../support/versions.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

const TAB = 'linked.cache';
const HEADER = 'TRT-8601-EntropyCalibration2\n';
const TEXT = `${HEADER}a: 3f800000\nb: 3f000000\nc: 3e800000\n`;

describe('table and text side by side', () => {
  const vscode = useWorkbench({
    size: { width: 2200, height: 900 },
    themes: ['light', 'dark'],
    files: { [TAB]: TEXT },
  });
  let table: Table;

  before(async () => {
    table = await Table.open(vscode(), TAB);
    await vscode().runCommand('View: Split Editor Right');
    await until('two tables', async () => (await vscode().tabs.list()).length === 2);
    await vscode().runCommand('Calibration Tables: Open as Text');
    await until('the text', () => vscode().textBeside.isOpen());
    table = await Table.shown(vscode());
  });

  /** Undoes a step in the table; again where the key came while the focus was still on its way there. */
  async function undo(entry: number, hex: string): Promise<void> {
    const isUndone = async (): Promise<boolean> => (await table.text(entry, 'hex')) === hex;
    await until(`entry ${entry} to be ${hex} again`, async (attempt) => {
      await table.press('ControlOrMeta+Z');
      return until('the step undone', isUndone, 5000 * attempt).catch(() => false as const);
    });
  }

  it('follow each other at once, and are unsaved together', async () => {
    await vscode().textBeside.retype('a: 3f800000', '0', '1');
    await table.waitFor(1, 'hex', '3f800001');
    await untilDirty([true, true]);
    await table.edit(2, 'scale', '2');
    await until('the edit in the text', async () => (await vscode().textBeside.text()).includes('b: 40000000'));
    await vscode().pictures('two-views');
  });

  it('undo in the order of both, and redo', async () => {
    await undo(2, '3f000000');
    assert.equal(await table.text(1, 'hex'), '3f800001');
    await until('the text undone', async () => (await vscode().textBeside.text()).includes('b: 3f000000'));
    await vscode().textBeside.clickAfter('c: 3e800000');
    await vscode().press('ControlOrMeta+Z');
    await table.waitFor(1, 'hex', '3f800000');
    await untilDirty([false, false]);
    await vscode().press('ControlOrMeta+Shift+Z', 'ControlOrMeta+Shift+Z');
    await table.waitFor(1, 'hex', '3f800001');
    await table.waitFor(2, 'hex', '40000000');
    await untilDirty([true, true]);
  });

  it('are saved by one write, from either side', async () => {
    const before = statSync(vscode().path(TAB)).mtimeMs;
    await table.press('ControlOrMeta+S');
    await untilDirty([false, false]);
    assert.equal(onDisk(), TEXT.replace('3f800000', '3f800001').replace('3f000000', '40000000'));
    const saved = statSync(vscode().path(TAB)).mtimeMs;
    assert.ok(saved > before);
    await table.edit(3, 'hex', '3f000000');
    await vscode().textBeside.clickAfter('c: 3f000000');
    await vscode().press('ControlOrMeta+S');
    await untilDirty([false, false]);
    assert.match(onDisk(), /c: 3f000000\n$/);
    await undo(3, '3e800000');
    await untilDirty([true, true]);
  });

  it('are reverted together', async () => {
    await undo(2, '3f000000');
    await vscode().runCommand('File: Revert File');
    await table.waitFor(3, 'hex', '3f000000');
    await untilDirty([false, false]);
    await until('the text reverted', async () => (await vscode().textBeside.text()).includes('b: 40000000'));
  });

  it('stay where they are when what stands on disk is taken', async () => {
    await table.edit(1, 'scale', '8');
    writeFileSync(vscode().path(TAB), TEXT);
    const bar = table.frame.locator('#notices .notice-warning');
    await bar.locator(buttonBy(), { hasText: 'Take Theirs' }).click();
    await table.waitFor(1, 'hex', '3f800000');
    await untilDirty([false, false]);
    await until('the text of the disk', async () => (await vscode().textBeside.text()).includes('c: 3e800000'));
    assert.equal(await vscode().page.locator('.editor-group-container').count(), 2);
    await table.edit(1, 'hex', '3f800001');
    await table.edit(3, 'hex', '3f000000');
  });

  it('follow a row that comes, is renamed and goes', async () => {
    await vscode().textBeside.retype('c: 3f000000', '0', '0\nd: 3f800000');
    await table.waitFor(4, 'name', 'd');
    await table.edit(4, 'name', 'renamed');
    await until('the new name', async () => (await vscode().textBeside.text()).includes('renamed: 3f800000'));
    await table.select(4);
    await table.press('Delete');
    await until('the row gone', async () => !(await vscode().textBeside.text()).includes('renamed'));
  });

  it('close one by one with Ctrl+W without a question, as the other stays', async () => {
    await untilDirty([true, true]);
    await table.press('ControlOrMeta+W');
    // A question, and the other one stays whatever the answer is.
    if (!replacesUnsaved()) await vscode().dialogs.press('Save');
    await until('one tab', async () => (await vscode().tabs.list()).length === 1);
    assert.equal(await vscode().dialogs.isOpen(), false);
    assert.deepEqual(
      (await vscode().tabs.list()).map(({ dirty }) => dirty),
      [replacesUnsaved()],
    );
    await vscode().textBeside.clickAfter('a: 3f800001');
    await vscode().press('ControlOrMeta+Z');
    await until('undo goes on', async () => (await vscode().textBeside.text()).includes('renamed: 3f800000'));
    await vscode().runCommand('File: Revert File');
  });

  async function untilDirty(wanted: readonly boolean[]): Promise<void> {
    await until(
      `unsaved: ${wanted.join()}`,
      async () => (await vscode().tabs.list()).map(({ dirty }) => dirty).join() === wanted.join(),
    );
  }

  function onDisk(): string {
    return readFileSync(vscode().path(TAB), 'utf8');
  }
});

describe('a click on a table that is open', () => {
  const vscode = useWorkbench({ files: { [TAB]: TEXT } });

  it('shows it again, with its undo steps', async () => {
    await vscode().explorer.openForGood(TAB);
    const table = await Table.shown(vscode());
    await until('a tab that stays', async () => (await vscode().tabs.active())?.preview === false);
    await table.edit(1, 'scale', '2');
    await vscode().explorer.open(TAB);
    await until('one tab again', async () => (await vscode().tabs.list()).length === 1);
    const again = await Table.shown(vscode());
    await again.waitFor(1, 'hex', '40000000');
    await again.press('ControlOrMeta+Z');
    await again.waitFor(1, 'hex', '3f800000');
    await vscode().tabs.waitUntilDirty(TAB, false);
  });
});
