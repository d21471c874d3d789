import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BytesFile } from '../../src/host/editor/bytes/bytesFile.js';
import { shownTable } from '../../src/host/editor/messages.js';
import { isReadOnly } from '../../src/host/editor/view.js';
import { eventually } from './files.js';
import { MemoryFiles } from './memoryFiles.js';
import { closeAllTabs, openTabs, tabOf } from './tabs.js';

const TEXT = 'TRT-8601-EntropyCalibration2\na: 3f800000\nb: 3f000000\n';

describe('a virtual file system', () => {
  const files = new MemoryFiles('memtest');
  const fixed = new MemoryFiles('memfixed');
  const registered: vscode.Disposable[] = [];

  before(() => {
    registered.push(
      vscode.workspace.registerFileSystemProvider('memtest', files, { isCaseSensitive: true }),
      vscode.workspace.registerFileSystemProvider('memfixed', fixed, { isCaseSensitive: true, isReadonly: true }),
    );
  });
  beforeEach(closeAllTabs);
  after(async () => {
    await closeAllTabs();
    vscode.Disposable.from(...registered).dispose();
  });

  it('has tables that open and are saved', async () => {
    const uri = files.put('/tables/a.cache', TEXT);
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('a table', () => openTabs().includes('a.cache: table'));
    const file = await BytesFile.open(uri, undefined, undefined);
    assert.equal(await file.apply({ kind: 'set', index: 0, value: 2 }, 0), null);
    await file.save();
    assert.equal(files.text(uri), TEXT.replace('3f800000', '40000000'));
    files.put('/tables/a.cache', TEXT);
    assert.equal(await file.disk.compare(), 'changed');
  });

  it('has foreign text that goes on to the text editor', async () => {
    await vscode.commands.executeCommand('vscode.open', files.put('/tables/qmake.cache', 'CONFIG += release\n'));
    await eventually('a text', () => openTabs().includes('qmake.cache: text'));
    assert.equal(openTabs().length, 1);
  });

  it('has a table that is read for long, which comes behind the file that was clicked meanwhile', async () => {
    const slow = files.put('/tables/slow.cache', TEXT);
    const release = files.hold(slow);
    const opened = vscode.commands.executeCommand('vscode.open', slow, { preview: false });
    await eventually('its tab', () => tabOf(slow) !== undefined);
    const next = files.put('/tables/qmake.cache', 'CONFIG += release\n');
    await vscode.commands.executeCommand('vscode.open', next, { preview: false });
    await eventually('the other file', () => openTabs().includes('qmake.cache: text'));
    release();
    await opened;
    await eventually('the table', () => openTabs().sort().join() === 'qmake.cache: text,slow.cache: table');
    assert.equal(tabOf(next)?.isActive, true);
  });

  it('has tables that can be converted', async () => {
    const target = vscode.Uri.from({ scheme: 'memtest', path: '/tables/converted.json' });
    await vscode.commands.executeCommand('calibrationTables.convertToNvdla', files.put('/tables/b.cache', TEXT), {
      target,
    });
    assert.deepEqual(Object.keys(JSON.parse(files.text(target)) as object), ['a', 'b']);
  });

  it('that is read-only shows them so', async () => {
    const uri = fixed.put('/tables/a.cache', TEXT);
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('a table', () => openTabs().includes('a.cache: table'));
    assert.deepEqual([isReadOnly(uri), isReadOnly(files.put('/tables/c.cache', TEXT))], [true, false]);
    const message = shownTable(await BytesFile.open(uri, undefined, undefined), isReadOnly(uri))?.message;
    assert.deepEqual([message?.readOnly, message?.names], [true, ['a', 'b']]);
  });

  it('without the file says so, and nothing breaks', async () => {
    const uri = vscode.Uri.from({ scheme: 'memtest', path: '/tables/none.cache' });
    await Promise.resolve(vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table')).catch(
      () => undefined,
    );
    await assert.rejects(BytesFile.open(uri, undefined, undefined));
  });
});
