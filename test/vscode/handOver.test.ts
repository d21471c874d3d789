import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, write } from './files.js';
import { closeAllTabs, openTabs, tabOf } from './tabs.js';

const QMAKE = 'CONFIG += release\n';
const TABLE = 'TRT-8601-EntropyCalibration2\na: 3f800000\n';

describe('foreign text', () => {
  beforeEach(closeAllTabs);
  after(closeAllTabs);

  for (const preview of [true, false]) {
    it(`takes the place of our ${preview ? 'preview' : 'tab'}`, async () => {
      const table = await open('hand/table.cache', TABLE, { preview: false });
      await eventually('a table in front', () => openTabs().join() === 'table.cache: table' && tabOf(table)?.isActive);
      const uri = await open('hand/qmake.cache', QMAKE, { preview });
      await eventually('a text', () => openTabs().includes('qmake.cache: text'));
      await eventually('one tab a file', () => openTabs().join() === 'table.cache: table,qmake.cache: text');
      await eventually('it stays as it was opened', () => tabOf(uri)?.isPreview === preview);
      await eventually(
        'it is the active one',
        () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(),
      );
    });
  }

  it('opens beside, where it was asked for', async () => {
    await open('hand/table.cache', TABLE, { preview: false });
    const uri = await open('hand/qmake.cache', QMAKE, {
      viewColumn: vscode.ViewColumn.Two,
      preview: false,
      preserveFocus: true,
    });
    await eventually('a text', () => openTabs().join() === 'table.cache: table,qmake.cache: text');
    assert.equal(tabOf(uri)?.group.viewColumn, vscode.ViewColumn.Two);
  });

  it('leaves another editor of the same file alone', async () => {
    const uri = await write('hand/twice.cache', QMAKE);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    await open('hand/twice.cache', QMAKE, { preview: true });
    await eventually('one text', () => openTabs().join() === 'twice.cache: text');
  });

  it('is no business of ours when it is binary', async () => {
    await vscode.workspace.fs.writeFile(
      await write('hand/labels.cache', ''),
      Uint8Array.of(0x80, 4, 0x95, 0, 0, 0, 0, 0),
    );
    await open('hand/labels.cache', undefined, { preview: true });
    await open('hand/after.cache', QMAKE, { viewColumn: vscode.ViewColumn.Two, preview: true });
    await eventually('the next one is a text', () => openTabs().includes('after.cache: text'));
    assert.deepEqual(openTabs(), ['labels.cache: bytes', 'after.cache: text']);
  });
});

async function open(
  path: string,
  text: string | undefined,
  options: vscode.TextDocumentShowOptions,
): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = text === undefined ? vscode.Uri.joinPath(folder?.uri ?? assert.fail(), path) : await write(path, text);
  await vscode.commands.executeCommand('vscode.open', uri, options);
  return uri;
}
