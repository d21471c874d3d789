import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { replacesUnsaved } from '../support/versions.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, sampleText } from './support/files.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

const TAB = 'resnet34-trt7203.cache';
const MIXED = 'mixed.cache';
/** One that nothing else saves: the list of its saves is kept by its path. */
const KEPT = 'kept.cache';

describe('table and text', () => {
  const vscode = useWorkbench();
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('of the same file take turns in one tab', async () => {
    await vscode().editorAction('Open as Text');
    assert.match(await vscode().textEditor.text(), /^TRT-7203-EntropyCalibration2\ndata: 3c010204\n/);
    assert.deepEqual(await labels(), [TAB]);
    table = await Table.after(vscode(), () => vscode().editorAction('Open as Table'));
    assert.deepEqual(await labels(), [TAB]);
    await vscode().editorAction('Open as Text');
    assert.ok(await until('the text', () => vscode().textEditor.isOpen()));
    await until('the command in the palette', async () =>
      (await vscode().commands('Open as Table')).includes('Calibration Tables: Open as Table'),
    );
    await Table.after(vscode(), () => vscode().runCommand('Calibration Tables: Open as Table'));
    assert.deepEqual(await labels(), [TAB]);
  });

  it('keep the entry that one is at, in both directions', async () => {
    table = await Table.shown(vscode());
    await table.select(5);
    await table.press('Shift+ArrowDown');
    await until('both in the status bar', async () => /\b2 selected/.test(await statusTexts()));
    await vscode().editorAction('Open as Text');
    await until('the line of the entry', async () => (await statusTexts()).includes('Ln 6'));
    await vscode().textEditor.clickAfter('res2a_branch2a');
    table = await Table.after(vscode(), () => vscode().editorAction('Open as Table'));
    await until('the entry of the line', async () => (await selectedRow()) === '9');
  });

  it('find a tensor by its name', async () => {
    await vscode().runCommand('Calibration Tables: Find Tensor…');
    await until('the names', async () => (await vscode().quickInput.labels()).includes('data'));
    await vscode().screenshot('find-tensor');
    await vscode().quickInput.choose('conv1');
    await until('the tensor', async () => (await selectedRow()) === '4');
    await vscode().editorAction('Open as Text');
    await until('its line', async () => (await statusTexts()).includes('Ln 6'));
    await vscode().runCommand('Calibration Tables: Find Tensor…');
    await vscode().quickInput.choose('res2a_branch2b');
    await until('its line', async () => (await statusTexts()).includes('Ln 14'));
  });

  it('are one content: unsaved edits go along, there and back, and so does undo', async () => {
    table = await Table.after(vscode(), () => vscode().editorAction('Open as Table'));
    await table.edit(1, 'scale', '1');
    await vscode().editorAction('Open as Text');
    await until('the edited text', async () => (await vscode().textEditor.text()).includes('\ndata: 3f800000\n'));
    await vscode().tabs.waitUntilDirty(TAB);
    assert.deepEqual(await labels(), replacesUnsaved() ? [TAB] : [TAB, TAB]);
    await vscode().textEditor.retype('data: 3f800000', '0', '1');
    table = await Table.after(vscode(), () => vscode().editorAction('Open as Table'));
    await table.waitFor(1, 'hex', '3f800001');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(1, 'hex', '3f800000');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(1, 'hex', '3c010204');
    await vscode().tabs.waitUntilDirty(TAB, false);
    assert.equal(await vscode().dialogs.isOpen(), false);
  });

  async function selectedRow(): Promise<string | null> {
    const rows = table.frame.locator('.grid-row[aria-selected=true]');
    return (await rows.count()) > 0 ? rows.first().getAttribute('data-entry') : null;
  }

  async function statusTexts(): Promise<string> {
    return vscode().page.locator('.part.statusbar').innerText();
  }

  async function labels(): Promise<string[]> {
    return (await vscode().tabs.list()).map(({ label }) => label);
  }
});

describe('table and text of mixed line ends', () => {
  const vscode = useWorkbench({ files: { [MIXED]: sampleText(CACHE).replace('\n', '\r\n') } });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), MIXED);
  });

  it('are not one content, which is said', async () => {
    const notice = table.frame.locator('#notices .notice');
    assert.match(await notice.innerText(), /Not linked with the text editor \(its line ends are mixed\)/);
    await vscode().pictures('not-linked');
  });

  it('ask before unsaved edits of the table go', async () => {
    table = await Table.shown(vscode());
    await table.edit(1, 'scale', '1');
    await vscode().editorAction('Open as Text');
    await vscode().dialogs.press('Cancel');
    assert.deepEqual(
      (await vscode().tabs.list()).map(({ dirty }) => dirty),
      [true],
    );
    assert.equal(await table.text(1, 'hex'), '3f800000');
    await vscode().editorAction('Open as Text');
    assert.match(await vscode().dialogs.text(), /save the changes/i);
    await vscode().screenshot('open-as-text-unsaved');
    await vscode().dialogs.press('Save');
    await until('the saved text', async () => (await vscode().textEditor.text()).includes('\ndata: 3f800000\n'));
    assert.deepEqual(await labels(), [MIXED]);
  });

  it('side by side: the table says that the text has unsaved changes', async () => {
    await vscode().tabs.close(MIXED);
    await vscode().explorer.openForGood(MIXED);
    table = await Table.shown(vscode());
    await vscode().explorer.choose(MIXED, 'Open With...');
    await vscode().quickInput.choose(/^\s*Text Editor/);
    await vscode().textEditor.retype('data: 3f800000', '0', '1');
    await vscode().tabs.select(MIXED);
    table = await Table.shown(vscode());
    const notice = table.frame.locator('#notices .notice-warning');
    assert.match(await notice.innerText(), /unsaved changes in a text editor/);
    assert.equal(await table.text(1, 'hex'), '3f800000');
    await vscode().screenshot('text-unsaved-notice');
    await notice.locator(buttonBy()).click();
    await until(
      'the text with its changes',
      async () =>
        (await vscode().textEditor.isOpen()) && (await vscode().textEditor.text()).includes('\ndata: 3f800001\n'),
    );
    await vscode().press('ControlOrMeta+S');
    await until('no unsaved changes', async () => (await vscode().tabs.list()).every(({ dirty }) => !dirty));
  });

  async function labels(): Promise<string[]> {
    return (await vscode().tabs.list()).map(({ label }) => label);
  }
});

describe('an earlier save of a table that is no text', () => {
  const vscode = useWorkbench({ files: { [KEPT]: 'TRT-8601-EntropyCalibration2\r\na: 3f800000\nb: 3f000000\n' } });
  let table: Table;

  it('comes back as an edit that can be undone', async () => {
    const before = readFileSync(vscode().path(KEPT));
    table = await Table.open(vscode(), KEPT);
    await table.edit(1, 'scale', '0.25');
    await vscode().tabs.waitUntilDirty(KEPT);
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty(KEPT, false);
    assert.ok(!readFileSync(vscode().path(KEPT)).equals(before));
    const saved = readFileSync(vscode().path(KEPT));
    await vscode().runCommand('Calibration Tables: Restore Earlier Save…');
    await until('both saves', async () => (await vscode().quickInput.rows.count()) === 2);
    await vscode().screenshot('earlier-saves');
    await vscode().quickInput.rows.nth(1).click();
    await table.waitFor(1, 'scale', '1.000000');
    assert.ok(readFileSync(vscode().path(KEPT)).equals(saved), 'it is not saved by itself');
    await vscode().press('ControlOrMeta+S');
    await until('the old bytes', () => readFileSync(vscode().path(KEPT)).equals(before));
  });

  it('is undone', async () => {
    await table.select(1);
    await vscode().press('ControlOrMeta+Z');
    await table.waitFor(1, 'scale', '0.2500000');
  });
});
